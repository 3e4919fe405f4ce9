import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeActions } from "@/tests/support/stored-actions";
import { everyAction, listActions } from "./audit.ts";
import { type AuditFilter, readAuditFilter } from "./audit-filter.ts";

installForTests();

const error = { code: "read_only", message: "This chat only looks." };
const repository = { workspace: "acme", repo_slug: "api" };
const create = { tool: "BITBUCKET_CREATE_BRANCH", toolClass: "change" as const };

let userId: string;
let chatId: string;
beforeAll(async () => {
  userId = await createUser();
  chatId = await storeActions(userId, "Release of 100%", [
    { arguments: { ...repository, name: "main" } },
    { ...create, arguments: { ...repository, name: "one" }, decision: "approved" },
    { ...create, state: { status: "denied" }, decision: "denied", reason: "Not today" },
    { ...create, state: { status: "blocked", error } },
  ]);
  await storeActions(userId, "Another one", [
    { tool: "BITBUCKET_LIST_ISSUES", accountName: "jane-acme", arguments: { q: "a_b" } },
  ]);
  await storeActions(await createUser(), "Somebody else's", [
    { ...create, arguments: repository, decision: "approved" },
  ]);
});

const toolsOf = async (filter: AuditFilter) =>
  (await listActions(userId, filter)).records.map(({ action }) => action.tool).sort();

describe("the trail", () => {
  test("is a person's own, without the results", async () => {
    const { records } = await listActions(userId);
    expect(records).toHaveLength(5);
    expect(JSON.stringify(records)).not.toContain("result");
    expect(records.filter(({ decision }) => decision)).toHaveLength(2);
    expect(records.find(({ decision }) => decision?.answer === "denied")).toMatchObject({
      chat: { id: chatId, title: "Release of 100%" },
      decision: { by: { id: userId, name: "Jane" }, reason: "Not today" },
    });
  });

  test.each<[Partial<AuditFilter>, number]>([
    [{ kind: "changes" }, 3],
    [{ kind: "refused" }, 2],
    [{ text: "acme/api" }, 2],
    [{ text: "ACME/api create branch" }, 1],
    [{ text: "another" }, 1],
    [{ text: "jane-acme" }, 1],
    [{ text: "100%" }, 4],
    [{ text: "a_b" }, 1],
    [{ text: "%" }, 4],
    [{ text: "\\" }, 0],
    [{ text: "\0" }, 0],
    [{ kind: "changes", text: "one" }, 1],
    [{ chatId: randomUUID() }, 0],
  ])("%o", async (filter, count) => {
    expect(await toolsOf({ kind: "all", ...filter })).toHaveLength(count);
  });

  test("of one chat", async () => {
    expect(await toolsOf({ kind: "all", chatId })).toHaveLength(4);
  });

  test("refuses filters and cursors that nobody made", async () => {
    expect(readAuditFilter(new URLSearchParams("kind=&chatId=&text=+"))).toEqual({ kind: "all" });
    for (const query of ["kind=some", "chatId=1", `text=${"a".repeat(201)}`])
      expect(() => readAuditFilter(new URLSearchParams(query)), query).toThrow();
    for (const cursor of ["", "1", "1_2", `x_${chatId}`, `${"9".repeat(18)}_${chatId}`])
      if (cursor)
        await expect(listActions(userId, undefined, { cursor })).rejects.toMatchObject({
          code: "invalid_request",
        });
  });
});

test("450 actions come in three pages, each once, whatever is written meanwhile", async () => {
  const busy = await createUser();
  for (const title of ["First", "Second", "Third"])
    await storeActions(
      busy,
      title,
      Array.from({ length: 150 }, (_, number) => ({ arguments: { number } })),
    );
  const pages: string[][] = [];
  for await (const page of everyAction(busy, { kind: "all" })) {
    pages.push(page.map(({ action }) => action.id));
    await storeActions(busy, "Meanwhile", [{}]);
  }
  expect(pages.map(({ length }) => length)).toEqual([200, 200, 50]);
  expect(new Set(pages.flat()).size).toBe(450);
});
