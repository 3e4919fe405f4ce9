import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { signUp, Visitor } from "./visitor";

/** Sign-ins whose times are compared, half of them for addresses nobody has. */
const timedTries = Number(process.env.SECURITY_ROUNDS ?? 0) > 1 ? 400 : 60;

/** Accounts that one address may make on the server that has no proxy. */
const newAccounts = 40;

let server: OwnServer;
let open: OwnServer;
const { expectSafe } = countCases(25, "Passwords guessed, accounts found out");

beforeAll(async () => {
  [server, open] = await Promise.all([
    startServer({ SIGN_IN_TRIES: "10", TRUST_PROXY: "1" }),
    startServer({ NEW_ACCOUNTS_PER_HOUR: String(newAccounts) }),
  ]);
});
afterAll(async () => {
  await Promise.all([server.kill(), open.kill()]);
});

let addresses = 0;
/** Somebody behind the proxy, at an address nobody else has. */
const elsewhere = () => {
  addresses += 1;
  return new Visitor(server.origin, { "x-forwarded-for": `203.0.113.${addresses}` });
};
const guess = (who: Visitor, email = `${randomUUID()}@example.com`) =>
  who.post("/api/auth/password", { email, password: randomUUID() });

function expectThrottled(response: Response, what: string): void {
  const wait = Number(response.headers.get("retry-after"));
  expectSafe(response.status === 429 && wait > 0 && wait <= 900, `${what}: ${response.status}`);
}

describe("the eleventh wrong password in 15 minutes", () => {
  test("to one account, from eleven addresses", async () => {
    const { email, password } = await signUp(elsewhere());
    for (let time = 0; time < 10; time += 1)
      expect((await guess(elsewhere(), email)).status).toBe(401);
    expectThrottled(await guess(elsewhere(), email), "a guess");
    const right = await elsewhere().post("/api/auth/password", { email, password });
    expectThrottled(right, "the right password");
  });

  test("from one address, to eleven accounts; and after the server was started again", async () => {
    const who = elsewhere();
    for (let time = 0; time < 10; time += 1) expect((await guess(who)).status).toBe(401);
    expectThrottled(await guess(who), "a guess");
    await server.kill();
    await server.restart();
    expectThrottled(await guess(who), "after a restart");
    expect((await guess(elsewhere())).status).toBe(401);
  });

  test("of forty at once", async () => {
    const { email } = await signUp(elsewhere());
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(elsewhere(), email)));
    const looked = answers.filter(({ status }) => status === 401).length;
    expectSafe(looked === 10, `${looked} were looked at`);
    for (const answer of answers) if (answer.status !== 401) expectThrottled(answer, "at once");
  });
});

describe("whether somebody has an account", () => {
  const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

  /** The medians of sign-ins with wrong passwords, by whether the account exists; every answer is added to `words`. */
  async function timeGuesses(who: Visitor, email: string, words: Set<string>) {
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let time = 0; time < timedTries; time += 1) {
      const kind = time % 2 === 0 ? "known" : "unknown";
      const started = performance.now();
      const answer = await guess(who, kind === "known" ? email : undefined);
      words.add(`${answer.status} ${await answer.text()}`);
      times[kind].push(performance.now() - started);
    }
    return { known: median(times.known), unknown: median(times.unknown) };
  }

  test("shows neither in words nor in time", async () => {
    const who = new Visitor(open.origin);
    const { email } = await signUp(who);
    const words = new Set<string>();
    let difference = Number.POSITIVE_INFINITY;
    // A busy machine makes a difference once; a leak makes one each time.
    for (let round = 0; round < 3 && difference >= 20; round += 1) {
      const { known, unknown } = await timeGuesses(who, email, words);
      difference = Math.abs(known - unknown);
      console.log(
        `Sign-in, medians: known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`,
      );
    }
    expectSafe(words.size === 1, [...words].join("\n"));
    expectSafe(difference < 20, `the medians differ by ${difference} ms`);
  });

  test("is told to whoever asks for an account ten times, and no more", async () => {
    const { email } = await signUp(elsewhere());
    const who = elsewhere();
    const ask = () => who.post("/api/account", { email, password: randomUUID(), name: "Eve" });
    for (let time = 0; time < 10; time += 1) expect((await ask()).status).toBe(409);
    expectThrottled(await ask(), "the eleventh");
  });
});

test.each([
  "\u212Aate@example.com",
  "j\u0430ne@example.com",
  "jane@ex\u0430mple.com",
  "\uFF4Aane@example.com",
  "jane\uFF20example.com",
  "jane@example\u3002com",
  "jane\u200B@example.com",
  "\u202Ejane@example.com",
  "\u0130jane@example.com",
  "jan\u0065\u0301@example.com",
  "jane@example.com@evil.example",
  "jane@example.com,eve@evil.example",
])("nobody gets an account as %j", async (email) => {
  const account = { email, password: randomUUID(), name: "Eve" };
  const answer = await new Visitor(open.origin).post("/api/account", account);
  expectSafe(answer.status === 400, `${email}: ${answer.status}`);
});

test.each([
  ["short", 400],
  ["a".repeat(9), 400],
  ["correct horse", 201],
  ["ö".repeat(200), 201],
  ["a".repeat(201), 400],
])("a password like %.12s… is answered with %d", async (password, status) => {
  const account = { email: `${randomUUID()}@example.com`, password, name: "Jane" };
  const answer = await new Visitor(open.origin).post("/api/account", account);
  expectSafe(answer.status === status, `${answer.status}`);
});

test("whoever a client says it comes from, it comes from one address", async () => {
  const from = (address: string) =>
    new Visitor(open.origin, {
      "x-forwarded-for": address,
      "x-real-ip": address,
      forwarded: `for=${address}`,
      "cf-connecting-ip": address,
    });
  for (let time = 0; time < newAccounts; time += 1)
    await from(`203.0.113.${time}`).post("/api/auth/guest");
  for (let time = 0; time < 20; time += 1) {
    const answer = await from(`198.51.100.${time}`).post("/api/auth/guest");
    expectSafe(answer.status === 429, `another forged address: ${answer.status}`);
  }
});
