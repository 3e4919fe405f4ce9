import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { createShareSchema, updateShareSchema } from "@/lib/shared/sharing/api";
import { type ShareAudience, usualChoices } from "@/lib/shared/sharing/choices";
import { createUser, installForTests } from "@/tests/support/installation";
import { listChats } from "../chats/list-chats.ts";
import { readChat } from "../chats/read-chat.ts";
import { database } from "../database/connection.ts";
import { chat, message, share } from "../database/schema.ts";
import { searchChats } from "../search/search-chats.ts";
import { continueShare } from "./continue-share.ts";
import { countView, readImageTitle, readShare } from "./read-share.ts";
import { createShare, listShares, revokeAllShares, revokeShare, updateShare } from "./shares.ts";

installForTests();

let owner: string;
let reader: string;
let chatId: string;

const said = (role: "user" | "assistant", text: string): ChatMessage => ({
  id: randomUUID(),
  role,
  parts: [{ type: "text", text }],
});

/** Adds messages to the version that is shown. */
async function say(...messages: ChatMessage[]): Promise<void> {
  const storage = await database();
  for (const { id, role, parts } of messages) {
    const [{ headId } = { headId: null }] = await storage
      .select({ headId: chat.headId })
      .from(chat)
      .where(eq(chat.id, chatId));
    const parentId = headId ?? chatId;
    const speaker = role === "user" ? role : "assistant";
    await storage
      .insert(message)
      .values({ id, chatId, parentId, role: speaker, parts, metadata: {} });
    await storage.update(chat).set({ headId: id }).where(eq(chat.id, chatId));
  }
}

const create = (more: object = {}) => createShare(owner, chatId, createShareSchema.parse(more));
const update = (id: string, change: object, who = owner) =>
  updateShare(who, id, updateShareSchema.parse(change));
const tokenOf = ({ path }: { path: string }) => path.replace("/share/", "");
const expire = async (id: string) =>
  (await database())
    .update(share)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(share.id, id));
const notFound = { code: "not_found", status: 404 };

beforeAll(async () => {
  [owner, reader] = [await createUser(), await createUser()];
  chatId = randomUUID();
  await (await database()).insert(chat).values({ id: chatId, userId: owner, title: "A title" });
  await say(said("user", "A question"), said("assistant", "An answer"));
  const { id, role: _role, parts } = said("user", "ANOTHER VERSION");
  await (await database())
    .insert(message)
    .values({ id, chatId, parentId: chatId, role: "user", parts, metadata: {} });
});

describe("who may read a copy", () => {
  const readers: [audience: ShareAudience, nobody: boolean, somebody: boolean][] = [
    ["me", false, false],
    ["signed-in", false, true],
    ["link", true, true],
  ];
  test.each(readers)("%s", async (audience, nobody, somebody) => {
    const token = tokenOf(await create({ audience }));
    expect(await readShare(token, owner)).not.toBeNull();
    expect((await readShare(token, reader)) !== null).toBe(somebody);
    expect((await readShare(token, null)) !== null).toBe(nobody);
  });

  test("is changed at once, and by the owner alone", async () => {
    const made = await create();
    await expect(update(made.id, { audience: "me" }, reader)).rejects.toMatchObject(notFound);
    expect(await readShare(tokenOf(made), null)).not.toBeNull();
    expect(await update(made.id, { audience: "me" })).toMatchObject({ audience: "me", version: 1 });
    expect(await readShare(tokenOf(made), null)).toBeNull();
  });
});

describe("the end of a copy", () => {
  test("is after 30 days unless chosen otherwise", async () => {
    const day = 24 * 60 * 60 * 1_000;
    for (const [days, length] of [
      [undefined, 30],
      [1, 1],
      [7, 7],
    ]) {
      const { createdAt, expiresAt } = await create({ days });
      expect(Date.parse(expiresAt ?? "") - Date.parse(createdAt)).toBe((length ?? 0) * day);
    }
    expect((await create({ days: null })).expiresAt).toBeNull();
  });

  test("is the end of page, picture, badge and continuing; its owner still sees that it was", async () => {
    await revokeAllShares(owner);
    const made = await create({ image: true });
    const digest = (await readShare(tokenOf(made), null))?.digest ?? "";
    expect(await readImageTitle(digest)).toBe("A title");
    expect((await listChats(owner)).chats).toMatchObject([{ shared: true }]);
    await expire(made.id);
    expect(await readShare(tokenOf(made), owner)).toBeNull();
    expect(await readImageTitle(digest)).toBeNull();
    expect((await listChats(owner)).chats).toMatchObject([{ shared: false }]);
    await expect(continueShare(reader, { token: tokenOf(made), version: 1 })).rejects.toMatchObject(
      notFound,
    );
    expect(await listShares(owner)).toMatchObject([{ id: made.id, expired: true }]);
    await update(made.id, { days: 1 });
    expect(await readShare(tokenOf(made), null)).not.toBeNull();
  });

  test("comes at once when it is revoked, or all are", async () => {
    await revokeAllShares(owner);
    const [one, two, three] = [await create({ image: true }), await create(), await create()];
    await expect(revokeShare(reader, one.id)).rejects.toMatchObject(notFound);
    const digest = (await readShare(tokenOf(one), null))?.digest ?? "";
    await revokeShare(owner, one.id);
    expect(await readShare(tokenOf(one), owner)).toBeNull();
    expect(await readImageTitle(digest)).toBeNull();
    await revokeAllShares(reader);
    expect(await listShares(owner)).toMatchObject([{ id: three.id }, { id: two.id }]);
    await revokeAllShares(owner);
    expect(await readShare(tokenOf(two), null)).toBeNull();
    expect(await listShares(owner)).toEqual([]);
  });
});

test("other versions of the conversation are in no copy", async () => {
  const everything = Object.fromEntries(Object.keys(usualChoices).map((name) => [name, true]));
  const { document } =
    (await readShare(tokenOf(await create({ choices: everything })), null)) ?? {};
  expect(JSON.stringify(document)).toContain("A question");
  expect(JSON.stringify(document)).not.toContain("ANOTHER VERSION");
});

describe("a picture", () => {
  test("is of a copy that everybody may read, and whose owner wants one", async () => {
    await revokeAllShares(owner);
    const made = await create();
    const digest = (await readShare(tokenOf(made), null))?.digest ?? "";
    expect(await readImageTitle(digest)).toBeNull();
    await update(made.id, { image: true });
    expect(await readImageTitle(digest)).toBe("A title");
    await update(made.id, { audience: "signed-in" });
    expect(await readImageTitle(digest)).toBeNull();
  });
});

test("views are those of others", async () => {
  const made = await create();
  for (const who of [null, reader, owner]) await countView(tokenOf(made), who);
  const [listed] = await listShares(owner, chatId);
  expect(listed).toMatchObject({ id: made.id, views: 2 });
});

test("a token is 128 bits that nobody has seen before; any other is none", async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => create().then(tokenOf)));
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(16);
  const near = tokens.map((token) => token.slice(0, -1) + (token.endsWith("A") ? "Q" : "A"));
  const guesses = [
    "",
    "x",
    "\0",
    "../..",
    "a".repeat(10_000),
    randomBytes(16).toString("base64url"),
  ];
  for (const token of [...near, ...guesses]) expect(await readShare(token, reader)).toBeNull();
});

describe("a new copy", () => {
  test("is taken only by its owner's word; until then later messages stay private", async () => {
    const made = await create();
    const before = await readShare(tokenOf(made), null);
    await say(said("user", "LATER"));
    expect(await readShare(tokenOf(made), null)).toEqual(before);
    const copy = { choices: { ...usualChoices, answers: true } };
    expect(await update(made.id, { copy })).toMatchObject({ version: 2, path: made.path });
    expect(JSON.stringify(await readShare(tokenOf(made), null))).toContain("LATER");
  });

  test("is the one that was looked at, or none", async () => {
    const seen = (await readShare(tokenOf(await create()), null))?.digest;
    expect((await create({ digest: seen })).version).toBe(1);
    await say(said("user", "Since then"));
    const changed = { code: "share_changed", status: 409 };
    await expect(create({ digest: seen })).rejects.toMatchObject(changed);
    const made = await create();
    await say(said("user", "And since then"));
    const copy = { digest: (await readShare(tokenOf(made), null))?.digest };
    await expect(update(made.id, { copy })).rejects.toMatchObject(changed);
    expect((await listShares(owner))[0]).toMatchObject({ id: made.id, version: 1 });
  });

  test("of nothing is none", async () => {
    const nothing = { ...usualChoices, answers: false };
    await expect(create({ choices: nothing })).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("continuing", () => {
  test("makes a chat of the reader's own, of what the page shows, in its order", async () => {
    const made = await create();
    const id = await continueShare(reader, { token: tokenOf(made), version: 1 });
    const own = await readChat(reader, id);
    expect(own.title).toBe("A title");
    const words = own.messages.flatMap(({ parts }) =>
      parts.map((part) => (part.type === "text" ? part.text : part.type)),
    );
    expect(words.slice(0, 2)).toEqual(["A question", "An answer"]);
    expect(words.at(-1)).toBe("data-notice");
    expect(own.messages.every(({ metadata }) => metadata?.copied)).toBe(true);
    expect((await searchChats(reader, { query: "answer" })).hits).toMatchObject([{ chatId: id }]);
    await revokeShare(owner, made.id);
    expect((await readChat(reader, id)).messages).toHaveLength(own.messages.length);
    await expect(readChat(owner, id)).rejects.toMatchObject(notFound);
  });

  test("is bound to the version that was read, and to who may read it", async () => {
    const made = await create({ audience: "me" });
    const copy = { token: tokenOf(made), version: 1 };
    await expect(continueShare(reader, copy)).rejects.toMatchObject(notFound);
    await update(made.id, { audience: "signed-in", copy: {} });
    await expect(continueShare(reader, copy)).rejects.toMatchObject({ code: "share_changed" });
    expect(await continueShare(reader, { ...copy, version: 2 })).toMatch(/^[\w-]{36}$/);
  });
});
