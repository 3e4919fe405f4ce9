import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { configure, installForTests } from "@/tests/support/installation";
import { createGuest, createMember, findMember } from "./accounts.ts";

installForTests();
beforeAll(() => configure({ SIGN_IN_TRIES: "10", NEW_ACCOUNTS_PER_HOUR: "12" }));

const password = "correct horse battery";
const wrong = { code: "wrong_credentials", status: 401 };
const refused = { code: "too_many_requests", status: 429, retryAfter: expect.any(Number) };

let email: string;
let address: string;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  email = `jane-${randomUUID()}@example.com`;
  address = randomUUID();
  await createMember({ email, password, name: "Jane" }, address);
});

const guess = (from = address, to = email) =>
  findMember({ email: to, password: randomUUID() }, from);

describe("the eleventh wrong password in 15 minutes is refused", () => {
  test("to one account, from wherever", async () => {
    for (let time = 0; time < 10; time += 1)
      await expect(guess(randomUUID())).rejects.toMatchObject(wrong);
    await expect(guess(randomUUID())).rejects.toMatchObject(refused);
    const owner = findMember({ email, password }, randomUUID());
    await expect(owner).rejects.toMatchObject(refused);
  });

  test("from one address, to whatever account", async () => {
    for (let time = 0; time < 10; time += 1)
      await expect(guess(address, `${randomUUID()}@example.com`)).rejects.toMatchObject(wrong);
    await expect(guess()).rejects.toMatchObject(refused);
  });

  test("of many at once as well", async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 30 }, () => guess(randomUUID())));
    const codes = guesses.map((each) => each.status === "rejected" && each.reason.code);
    expect(codes.filter((code) => code === wrong.code)).toHaveLength(10);
    expect(codes.filter((code) => code === refused.code)).toHaveLength(20);
  });

  test("however the address is written", async () => {
    for (let time = 0; time < 10; time += 1)
      await expect(guess(randomUUID(), ` ${email.toUpperCase()} `)).rejects.toMatchObject(wrong);
    await expect(guess(randomUUID())).rejects.toMatchObject(refused);
  });
});

test("whoever knows the password is never held up by it", async () => {
  for (let time = 0; time < 25; time += 1)
    expect(await findMember({ email, password }, address)).toMatchObject({ name: "Jane" });
});

test("a right password forgives the account's tries, and only its own of the address", async () => {
  for (let time = 0; time < 9; time += 1) await expect(guess()).rejects.toMatchObject(wrong);
  await findMember({ email, password }, address);
  await expect(guess()).rejects.toMatchObject(wrong);
  await expect(guess()).rejects.toMatchObject(refused);
  await expect(guess(randomUUID())).rejects.toMatchObject(wrong);
});

test("accounts cannot be found out about by asking for them", async () => {
  const ask = () => createMember({ email, password: randomUUID(), name: "Eve" }, address);
  for (let time = 0; time < 10; time += 1)
    await expect(ask()).rejects.toMatchObject({ code: "already_exists" });
  await expect(ask()).rejects.toMatchObject(refused);
  expect(await findMember({ email, password }, randomUUID())).toMatchObject({ name: "Jane" });
});

test("an address makes so many accounts in an hour", async () => {
  const from = randomUUID();
  const make = () =>
    createMember({ email: `${randomUUID()}@example.com`, password, name: "Bot" }, from);
  for (let time = 0; time < 12; time += 1) await make();
  await expect(make()).rejects.toMatchObject(refused);
});

test("guests are not taken where a real service is used", async () => {
  await expect(createGuest(address)).rejects.toMatchObject({ code: "guests_not_allowed" });
});
