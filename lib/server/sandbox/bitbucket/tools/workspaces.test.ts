import { afterAll, beforeAll, expect, test } from "vitest";
import { identityNamed, startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

test.each(["jane-acme", "sam-acme"])(
  "the current user is who is connected: %s",
  async (username) => {
    const world = bitbucket.open("users", username);
    const { uuid, displayName, accountId } = identityNamed(username);
    const profile = {
      type: "user",
      uuid,
      display_name: displayName,
      account_id: accountId,
      nickname: username,
      username,
    };
    expect(await world.data("GET_CURRENT_USER")).toMatchObject(profile);
    expect(await world.data("GET_CURRENT_USER2")).toMatchObject(profile);
  },
);

test("lists the workspaces of the user, filtered and sorted", async () => {
  const world = bitbucket.open("users");
  const slugs = async (input: Record<string, unknown>) =>
    (await world.data("LIST_WORKSPACES", input)).values;
  expect(await slugs({ sort: "-name" })).toMatchObject([{ slug: "acme-labs" }, { slug: "acme" }]);
  expect(await slugs({ q: 'name ~ "labs"' })).toMatchObject([{ slug: "acme-labs" }]);
});

test("says where the user is an administrator", async () => {
  const jane = await bitbucket.open("users").data("GET_USER_WORKSPACES");
  expect(jane.values).toMatchObject([
    { type: "workspace_access", administrator: true, workspace: { slug: "acme" } },
    { administrator: false, workspace: { slug: "acme-labs" } },
  ]);
  const sam = await bitbucket.open("users", "sam-acme").data("GET_USER_WORKSPACES");
  expect(sam.values).toMatchObject([
    { administrator: false, workspace: { slug: "acme" } },
    { administrator: true, workspace: { slug: "acme-labs" } },
  ]);
});

test("finds a workspace by slug, in any case, and by UUID", async () => {
  const world = bitbucket.open("users");
  const bySlug = await world.data("GET_WORKSPACE", { workspace: "Acme" });
  expect(bySlug).toMatchObject({
    slug: "acme",
    links: { html: { href: "https://bitbucket.org/acme/" } },
  });
  expect(await world.data("GET_WORKSPACE", { workspace: bySlug.uuid })).toEqual(bySlug);
});

test("lists the members of a workspace", async () => {
  const page = await bitbucket.open("users").data("LIST_WORKSPACE_MEMBERS", { workspace: "acme" });
  expect(page).toMatchObject({ size: 8, page: 1, pagelen: 10 });
  expect(page.values).toContainEqual(
    expect.objectContaining({
      type: "workspace_membership",
      user: expect.objectContaining({ nickname: "sam-acme", type: "user" }),
      workspace: expect.objectContaining({ slug: "acme" }),
    }),
  );
});

test("an unknown workspace is a 404", async () => {
  const refusal = await bitbucket
    .open("users")
    .refusal("LIST_WORKSPACE_MEMBERS", { workspace: "nope" });
  expect(refusal).toMatchObject({
    status: 404,
    message: "No workspace with identifier 'nope'.",
    line: "404 Client Error: Not Found for url: https://api.bitbucket.org/2.0/workspaces/nope/members",
  });
});
