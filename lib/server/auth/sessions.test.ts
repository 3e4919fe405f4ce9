import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { configure, createUser, installForTests } from "@/tests/support/installation";
import { database } from "../database/connection.ts";
import { userSession } from "../database/schema.ts";
import { closeSession, closeSessionsOf, openSession, readSession } from "./sessions.ts";

installForTests();
beforeAll(() => configure({ SESSION_IDLE_DAYS: "14", SESSION_MAX_DAYS: "90" }));

let userId: string;
beforeEach(async () => {
  userId = await createUser();
});

/** Moves a session's beginning and end into the past, in days. */
async function age(id: string, days: number): Promise<void> {
  await (await database())
    .update(userSession)
    .set({
      createdAt: sql`${userSession.createdAt} - make_interval(days => ${days})`,
      expiresAt: sql`${userSession.expiresAt} - make_interval(days => ${days})`,
    })
    .where(eq(userSession.id, id));
}

/** Days until a session ends if nobody uses it; null for one that is gone. */
async function daysLeft(id: string): Promise<number | null> {
  const [row] = await (await database())
    .select({
      days: sql<number>`extract(epoch from ${userSession.expiresAt} - now())::float / 86400`,
    })
    .from(userSession)
    .where(eq(userSession.id, id));
  return row ? row.days : null;
}

test("a session names its user, and each is a new one", async () => {
  const [first, second] = [await openSession(userId), await openSession(userId)];
  expect(first).not.toBe(second);
  expect(await readSession(first)).toEqual({
    id: first,
    user: { id: userId, name: "Jane", kind: "member", role: "member" },
  });
});

test("one that is used goes on, to the absolute limit and no further", async () => {
  const id = await openSession(userId);
  for (let week = 1; week <= 12; week += 1) {
    await age(id, 7);
    expect(await readSession(id)).not.toBeNull();
    expect(await daysLeft(id)).toBeCloseTo(Math.min(14, 90 - week * 7), 1);
  }
  await age(id, 7);
  expect(await readSession(id)).toBeNull();
  expect(await daysLeft(id)).toBeNull();
});

test("one that is not used ends with the idle limit, and no clock revives it", async () => {
  const id = await openSession(userId);
  await age(id, 14);
  expect(await readSession(id)).toBeNull();
  await age(id, -14);
  expect(await readSession(id)).toBeNull();
});

test("one that nobody asks for is forgotten when the next is opened", async () => {
  const id = await openSession(userId);
  await age(id, 15);
  await openSession(userId);
  expect(await daysLeft(id)).toBeNull();
});

test("closing one ends one, closing all ends all of this user", async () => {
  const [first, second] = [await openSession(userId), await openSession(userId)];
  const other = await openSession(await createUser());
  await closeSession(first);
  expect(await readSession(first)).toBeNull();
  expect(await readSession(second)).not.toBeNull();
  await closeSessionsOf(userId);
  expect(await readSession(second)).toBeNull();
  expect(await readSession(other)).not.toBeNull();
});
