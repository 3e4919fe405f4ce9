import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { configure, createUser, installForTests } from "@/tests/support/installation";
import { memberOf } from "../auth/identities.ts";
import { database } from "../database/connection.ts";
import { adminEntry, user } from "../database/schema.ts";
import { grantAdmin } from "./roles.ts";

const listed = "ada@acme.example";
installForTests();
beforeAll(() => configure({ ADMIN_EMAILS: listed }));
beforeEach(() => void vi.spyOn(console, "info").mockImplementation(() => {}));

const roleOf = async (id: string) => {
  const [row] = await (await database())
    .select({ role: user.role })
    .from(user)
    .where(eq(user.id, id));
  return row?.role;
};
const entriesAbout = async (id: string) =>
  (await database())
    .select({ change: adminEntry.change, actorId: adminEntry.actorId })
    .from(adminEntry)
    .where(eq(adminEntry.subjectId, id));

const comeIn = (subject: string, ...emails: string[]) =>
  memberOf({ issuer: "https://login.acme.example", subject, name: "Ada", emails }, randomUUID());

test("a verified address of the settings makes an administrator, once, also of who was a member", async () => {
  const subject = randomUUID();
  const id = await comeIn(subject, "other@acme.example");
  expect(await roleOf(id)).toBe("member");
  for (let time = 0; time < 2; time += 1) await comeIn(subject, "other@acme.example", listed);
  expect(await roleOf(id)).toBe("admin");
  expect(await entriesAbout(id)).toEqual([
    { actorId: null, change: { kind: "role", role: "admin", by: "setting" } },
  ]);
});

test("the same address with a password makes none", async () => {
  const id = randomUUID();
  await (await database()).insert(user).values({ id, kind: "member", name: "Eve", email: listed });
  await comeIn(randomUUID());
  expect(await roleOf(id)).toBe("member");
});

test("whoever runs the server makes one of the only account with an address, or of an id", async () => {
  const storage = await database();
  const [id, email] = [randomUUID(), `${randomUUID()}@acme.example`];
  await storage.insert(user).values({ id, kind: "member", name: "Ada", email });
  expect(await grantAdmin(storage, email.toUpperCase())).toEqual([
    { id, name: "Ada", signsIn: "with a password" },
  ]);
  expect(await roleOf(id)).toBe("admin");

  const both = `${randomUUID()}@acme.example`;
  const other = randomUUID();
  await storage.insert(user).values({ id: other, kind: "member", name: "Eve", email: both });
  const own = await comeIn(randomUUID(), both);
  expect((await grantAdmin(storage, both)).map((account) => account.id).sort()).toEqual(
    [other, own].sort(),
  );
  expect([await roleOf(other), await roleOf(own)]).toEqual(["member", "member"]);
  await grantAdmin(storage, own);
  expect([await roleOf(other), await roleOf(own)]).toEqual(["member", "admin"]);
});

test.each(["nobody@acme.example", randomUUID(), "nobody", ""])("%j is nobody's", async (who) => {
  await createUser();
  expect(await grantAdmin(await database(), who)).toEqual([]);
});
