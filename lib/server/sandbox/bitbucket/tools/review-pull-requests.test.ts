import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const idSchema = z.object({ id: z.int() });

test("comments on the whole, on a line, and in reply", async () => {
  const world = bitbucket.open("comment");
  const input = { ...api, pull_request_id: "11", content_raw: "Good idea." };
  const { id } = await world.read(idSchema, "CREATE_PULL_REQUEST_COMMENT", input);
  const reply = { ...input, content_raw: "Thanks!", parent_comment_id: id };
  expect(await world.data("CREATE_PULL_REQUEST_COMMENT", reply)).toMatchObject({
    id: id + 1,
    parent: { id },
    content: { raw: "Thanks!", html: "<p>Thanks!</p>" },
  });
  const inline = { path: "src/webhooks/signature.ts", to: 8 };
  expect(await world.data("CREATE_PULL_REQUEST_COMMENT", { ...input, inline })).toMatchObject({
    inline: { ...inline, from: null },
  });
  const { pull_request: found } = await world.data("GET_PULL_REQUEST", {
    ...api,
    pull_request_id: 11,
  });
  expect(found).toMatchObject({ comment_count: 3 });
  expect(await world.changes()).toHaveLength(3);
});

test("refuses an unknown pull request, an unknown parent and an empty text", async () => {
  const world = bitbucket.open("refuse");
  const comment = (input: Record<string, unknown>) =>
    world.refusal("CREATE_PULL_REQUEST_COMMENT", {
      ...api,
      pull_request_id: "11",
      content_raw: "x",
      ...input,
    });
  expect(await comment({ pull_request_id: "constructor" })).toMatchObject({ status: 404 });
  expect(await comment({ pull_request_id: "999" })).toMatchObject({ status: 404 });
  expect(await comment({ parent_comment_id: 1 })).toMatchObject({
    status: 404,
    message: "Comment 1 not found",
  });
  expect(await comment({ content_raw: "  " })).toMatchObject({
    status: 400,
    fields: { content_raw: [expect.any(String)] },
  });
});

test("approves once", async () => {
  const world = bitbucket.open("approve");
  const input = { ...api, pull_request_id: 8 };
  expect(await world.data("APPROVE_PULL_REQUEST", input)).toMatchObject({
    type: "participant",
    role: "REVIEWER",
    approved: true,
    user: { nickname: "jane-acme" },
  });
  expect(await world.refusal("APPROVE_PULL_REQUEST", input)).toMatchObject({ status: 409 });
  expect(await world.changes()).toHaveLength(1);
});

test("declines an open one, and no closed one", async () => {
  const world = bitbucket.open("decline");
  const input = { ...api, pull_request_id: 10 };
  expect(await world.data("DECLINE_PULL_REQUEST", input)).toMatchObject({
    state: "DECLINED",
    closed_by: { nickname: "jane-acme" },
  });
  for (const slug of ["DECLINE_PULL_REQUEST", "APPROVE_PULL_REQUEST", "MERGE_PULL_REQUEST"]) {
    expect(await world.refusal(slug, input)).toMatchObject({ status: 409 });
  }
});
