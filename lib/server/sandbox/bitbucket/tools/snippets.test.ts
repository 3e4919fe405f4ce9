import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

test("lists a workspace's snippets, the latest change first", async () => {
  const page = await bitbucket.open("read").data("LIST_SNIPPETS", { workspace: "acme" });
  expect(page).toMatchObject({
    size: 3,
    values: [{ id: "pT4aBz" }, { id: "Xq9dLo" }, { id: "kMzEn7" }],
  });
});

test("gets one with its files", async () => {
  const input = { workspace: "acme", encoded_id: "kMzEn7" };
  const snippet = await bitbucket.open("read").data("GET_SNIPPET", input);
  expect(snippet).toMatchObject({
    title: "Find slow queries",
    scm: "git",
    creator: { nickname: "priya-acme" },
    files: { "slow-queries.sql": { links: { self: { href: expect.any(String) } } } },
  });
});

test("comments and replies", async () => {
  const world = bitbucket.open("comment");
  const input = { workspace: "acme", encoded_id: "pT4aBz", content: "Step 5 too." };
  const { id } = await world.read(z.object({ id: z.int() }), "CREATE_SNIPPET_COMMENT", input);
  const reply = { ...input, content: "Right.", parent_id: id };
  expect(await world.data("CREATE_SNIPPET_COMMENT", reply)).toMatchObject({
    type: "snippet_comment",
    parent: { id },
    links: {
      html: { href: `https://bitbucket.org/acme/workspace/snippets/pT4aBz#comment-${id + 1}` },
    },
  });
  expect(await world.refusal("CREATE_SNIPPET_COMMENT", { ...input, parent_id: 1 })).toMatchObject({
    status: 404,
  });
  expect(await world.changes()).toHaveLength(2);
});

test.each(["nope", "../../world.json", "__proto__", "constructor"])(
  "the snippet %s is a 404",
  async (id) => {
    const input = { workspace: "acme", encoded_id: id };
    const refusal = await bitbucket.open("read").refusal("GET_SNIPPET", input);
    expect(refusal).toMatchObject({ status: 404, message: `Snippet ${id} not found` });
  },
);

test("a snippet of another workspace is a 404", async () => {
  const input = { workspace: "acme-labs", encoded_id: "kMzEn7" };
  expect(await bitbucket.open("read").refusal("GET_SNIPPET", input)).toMatchObject({ status: 404 });
});
