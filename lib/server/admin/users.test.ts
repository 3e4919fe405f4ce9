import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { stalledStream } from "@/tests/support/model-stream";
import { readRun } from "@/tests/support/run-reader";
import { openSession, readSession } from "../auth/sessions.ts";
import { database } from "../database/connection.ts";
import { adminEntry, run, user, userIdentity } from "../database/schema.ts";
import { limitLiveRuns } from "../limits/messages.ts";
import { changeUser, listUsers } from "./users.ts";

const conversation = new Conversation();
const disabled = { code: "account_disabled" };
let adminId: string;
beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
  adminId = await createUser();
});

const lastEntry = async () => {
  const [entry] = await (await database())
    .select({
      actorId: adminEntry.actorId,
      subjectId: adminEntry.subjectId,
      change: adminEntry.change,
    })
    .from(adminEntry)
    .orderBy(desc(adminEntry.createdAt))
    .limit(1);
  return entry;
};

describe("the list", () => {
  test("finds people by words of their name and of either address, and nothing in them is a pattern", async () => {
    const word = randomUUID().slice(0, 8);
    const storage = await database();
    const members = [
      { id: randomUUID(), name: `Ada ${word}`, email: `ada-${word}@acme.example` },
      { id: randomUUID(), name: `Bob ${word}` },
    ];
    for (const member of members) await storage.insert(user).values({ ...member, kind: "member" });
    const [ada, bob] = members;
    const issuer = "https://login.acme.example";
    await storage
      .insert(userIdentity)
      .values({ issuer, subject: word, userId: bob?.id ?? "", email: `b-${word}@acme.example` });
    const found = async (text: string) => (await listUsers({ text })).users.map(({ id }) => id);
    expect((await found(word)).sort()).toEqual([ada?.id, bob?.id].sort());
    expect(await found(`${word} BOB`)).toEqual([bob?.id]);
    expect(await found(`b-${word}@`)).toEqual([bob?.id]);
    expect(await found(`%${word}`)).toEqual([]);
  });

  test("has every person once, page by page, the newest first", async () => {
    for (let count = 0; count < 60; count += 1) await createUser();
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listUsers({ cursor });
      expect(page.users.length).toBeLessThanOrEqual(50);
      ids.push(...page.users.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(await (await database()).$count(user));
    await expect(listUsers({ cursor: "nobody's" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  test("says when somebody was here last", async () => {
    const [before] = (await listUsers({})).users;
    expect(before).toMatchObject({ id: adminId, lastSeenAt: null });
    await openSession(adminId);
    const [after] = (await listUsers({})).users;
    expect(Date.parse(after?.lastSeenAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  });
});

test("a role counts in a session that is open already, and is written down", async () => {
  const session = await openSession(conversation.userId);
  expect((await readSession(session))?.user.role).toBe("member");
  await changeUser(adminId, conversation.userId, { role: "admin" });
  expect((await readSession(session))?.user.role).toBe("admin");
  expect(await lastEntry()).toEqual({
    actorId: adminId,
    subjectId: conversation.userId,
    change: { kind: "role", role: "admin" },
  });
  await changeUser(adminId, conversation.userId, { role: "member" });
  expect((await readSession(session))?.user.role).toBe("member");
});

describe("who is disabled", () => {
  test("has no session any more, opens none, and has both again afterwards", async () => {
    const session = await openSession(conversation.userId);
    const changed = await changeUser(adminId, conversation.userId, { disabled: true });
    expect(changed.disabled).toBe(true);
    expect(await readSession(session)).toBeNull();
    await expect(openSession(conversation.userId)).rejects.toMatchObject(disabled);
    expect(await lastEntry()).toMatchObject({ change: { kind: "disabled" } });
    await changeUser(adminId, conversation.userId, { disabled: false });
    expect(await readSession(session)).toBeNull();
    expect(await readSession(await openSession(conversation.userId))).not.toBeNull();
  });

  test("has what is being written stopped, and begins nothing", async () => {
    conversation.wire.begin({ model: () => stalledStream("Well,") });
    const runId = await conversation.send();
    await vi.waitFor(() => expect(conversation.wire.asked).toHaveLength(1), 20_000);
    await changeUser(adminId, conversation.userId, { disabled: true });
    await readRun(runId);
    const storage = await database();
    await vi.waitFor(async () => {
      const [ended] = await storage.select().from(run).where(eq(run.id, runId));
      expect(ended).toMatchObject({ status: "ended", outcome: { status: "stopped" } });
    }, 20_000);
    await expect(
      storage.transaction((transaction) => limitLiveRuns(transaction, conversation.userId)),
    ).rejects.toMatchObject(disabled);
  });
});

test("nobody changes themselves, a guest's role, or who is not there", async () => {
  await expect(changeUser(adminId, adminId, { role: "member" })).rejects.toMatchObject({
    code: "own_account",
  });
  await expect(changeUser(adminId, adminId, { disabled: true })).rejects.toMatchObject({
    code: "own_account",
  });
  await expect(changeUser(adminId, randomUUID(), { disabled: true })).rejects.toMatchObject({
    code: "not_found",
  });
  const guest = randomUUID();
  await (await database()).insert(user).values({ id: guest, kind: "guest", name: "Guest" });
  await expect(changeUser(adminId, guest, { role: "admin" })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
