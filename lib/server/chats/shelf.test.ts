import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ChatShelf } from "@/lib/shared/api";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { exportChat } from "../archive/export-chat.ts";
import { importChat } from "../archive/import-chat.ts";
import { database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { listChats } from "./list-chats.ts";
import { updateChat } from "./update-chat.ts";

const conversation = new Conversation();

async function storeChats(userId: string, count: number, shelf: ChatShelf = "list") {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    userId,
    title: `Chat ${index}`,
    shelf,
  }));
  await (await database()).insert(chat).values(rows);
  return rows.map(({ id }) => id);
}
const idsOn = async (userId: string, shelf: ChatShelf) =>
  (await listChats(userId, { shelf })).chats.map(({ id }) => id);

test("a chat is on one shelf, and stays where its person put it", async () => {
  const userId = await createUser();
  const [one = "", two = ""] = await storeChats(userId, 2);
  await updateChat(userId, one, { shelf: "pinned" });
  expect(await idsOn(userId, "pinned")).toEqual([one]);
  expect(await idsOn(userId, "list")).toEqual([two]);
  await updateChat(userId, one, { shelf: "archived" });
  expect(await idsOn(userId, "pinned")).toEqual([]);
  expect(await idsOn(userId, "archived")).toEqual([one]);
  expect((await listChats(userId)).chats).toHaveLength(2);
  const theirs = updateChat(await createUser(), one, { shelf: "list" });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
});

test("at most fifty are pinned, also by an archive that comes in", async () => {
  const userId = await createUser();
  const pinned = await storeChats(userId, 50, "pinned");
  const [other = ""] = await storeChats(userId, 1);
  await expect(updateChat(userId, other, { shelf: "pinned" })).rejects.toMatchObject({
    code: "invalid_request",
    hint: "Unpin one of them first.",
  });
  const archived = await exportChat(userId, pinned[0] ?? "");
  expect(archived.shelf).toBe("pinned");
  const brought = await importChat(userId, archived);
  expect(await idsOn(userId, "list")).toContain(brought);
  const elsewhere = await createUser();
  const kept = await importChat(elsewhere, archived);
  expect(await idsOn(elsewhere, "pinned")).toEqual([kept]);
});

test("an archived chat that is written in is on the list again, and a pinned one stays pinned", async () => {
  const { userId, chatId, wire } = conversation;
  wire.begin({});
  await readRun(await conversation.send());
  await updateChat(userId, chatId, { shelf: "archived" });
  await readRun(await conversation.send());
  expect(await idsOn(userId, "list")).toContain(chatId);
  await updateChat(userId, chatId, { shelf: "pinned" });
  await readRun(await conversation.send());
  expect(await idsOn(userId, "pinned")).toContain(chatId);
});
