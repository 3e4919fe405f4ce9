import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { configure, installForTests } from "@/tests/support/installation";
import { database } from "../database/connection.ts";
import { user, userIdentity } from "../database/schema.ts";
import { memberOf } from "./identities.ts";

installForTests();
beforeAll(() => configure({ NEW_ACCOUNTS_PER_HOUR: "10" }));
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));

const someone = () => ({
  issuer: "https://login.acme.example",
  subject: randomUUID(),
  name: "Jane",
  emails: [`${randomUUID()}@acme.example`],
});

const membersOf = async (subject: string) =>
  (await database())
    .select({ id: user.id, name: user.name, email: user.email, verified: userIdentity.email })
    .from(userIdentity)
    .innerJoin(user, eq(user.id, userIdentity.userId))
    .where(eq(userIdentity.subject, subject));

test("the first sign-in makes a member, every other finds it, with the name of that day", async () => {
  const jane = someone();
  const id = await memberOf(jane, randomUUID());
  expect(await memberOf({ ...jane, name: "Jane Other", emails: [] }, randomUUID())).toBe(id);
  expect(await membersOf(jane.subject)).toEqual([
    { id, name: "Jane Other", email: null, verified: null },
  ]);
});

test("two at once are one member", async () => {
  const jane = someone();
  const before = await (await database()).$count(user);
  const ids = await Promise.all(Array.from({ length: 5 }, () => memberOf(jane, randomUUID())));
  expect(new Set(ids).size).toBe(1);
  expect(await (await database()).$count(user)).toBe(before + 1);
});

test("the same subject of another issuer, and the same address, are somebody else", async () => {
  const jane = someone();
  const ids = await Promise.all([
    memberOf(jane, randomUUID()),
    memberOf({ ...jane, issuer: "https://bitbucket.org" }, randomUUID()),
    memberOf({ ...jane, subject: randomUUID() }, randomUUID()),
  ]);
  expect(new Set(ids).size).toBe(3);
});

test("an address makes so many members in an hour, and holds up nobody who is one", async () => {
  const address = randomUUID();
  const jane = someone();
  await memberOf(jane, address);
  for (let time = 1; time < 10; time += 1) await memberOf(someone(), address);
  await expect(memberOf(someone(), address)).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(memberOf(jane, address)).resolves.toBeTypeOf("string");
});
