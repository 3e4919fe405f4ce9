import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { Visitor } from "./visitor";

const limits = {
  REQUESTS_PER_MINUTE: "600",
  REQUESTS_PER_MINUTE_AND_ADDRESS: "900",
  MESSAGES_PER_MINUTE: "12",
  NEW_ACCOUNTS_PER_HOUR: "15",
  TRUST_PROXY: "1",
};

let server: OwnServer;
const { count, expectSafe } = countCases(22, "Consumption without bound");

beforeAll(async () => {
  server = await startServer(limits);
});
afterAll(async () => {
  await server.kill();
});

let addresses = 0;
const somewhere = () => {
  addresses += 1;
  return `198.51.100.${addresses}`;
};
const at = (address: string) => new Visitor(server.origin, { "x-forwarded-for": address });
async function guest(address = somewhere()): Promise<Visitor> {
  const who = at(address);
  await who.signInAsGuest();
  return who;
}

/** Makes so many requests, 40 at a time, and counts how many were let through; the others have to say when to come back. */
async function countPassing(times: number, ask: (index: number) => Promise<Response>) {
  let passed = 0;
  const queue = Array.from({ length: times }, (_, index) => index);
  const work = async () => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const answer = await ask(index);
      await answer.body?.cancel();
      const wait = Number(answer.headers.get("retry-after"));
      if (answer.status !== 429) passed += 1;
      else count(0, wait > 0 && wait <= 3_600 ? 0 : 1);
    }
  };
  await Promise.all(Array.from({ length: 40 }, work));
  return passed;
}

function expectExactly(most: number, passed: number, times: number): void {
  count(times, Math.max(0, passed - most));
  expect(passed).toBe(most);
}

test("of 1,000 requests of one user exactly as many pass as may, reading", async () => {
  const who = await guest();
  const passed = await countPassing(1_000, () => who.fetch("/api/chats"));
  expectExactly(600, passed, 1_000);
});

test("and changing", async () => {
  const who = await guest();
  const path = `/api/chats/${randomUUID()}`;
  const passed = await countPassing(700, () => who.send("PATCH", path, { title: "x" }));
  expectExactly(600, passed, 700);
});

test("of 1,000 requests from one address, signed in or not, exactly as many pass as may", async () => {
  const address = somewhere();
  const people = [at(address), await guest(address), await guest(address)];
  // What the two sign-ins took does not count as reading.
  const passed = await countPassing(1_000, (index) =>
    (people[index % people.length] ?? at(address)).fetch("/api/shares"),
  );
  expectExactly(900, passed, 1_000);
  expectSafe((await at(somewhere()).fetch("/api/shares")).status === 401, "another address");
});

test("a user sends exactly as many messages in a minute as they may", async () => {
  const who = await guest();
  const message = () => ({ id: randomUUID(), text: "help" });
  const passed = await countPassing(30, () =>
    who.post(`/api/chats/${randomUUID()}/messages`, message()),
  );
  expectExactly(12, passed, 30);
});

test("guests are made by a POST of our own page only, and so many from one address", async () => {
  const address = somewhere();
  for (const path of ["/", "/signin", "/signin?guest=1", "/api/auth/guest", "/connections"]) {
    const answer = await at(address).fetch(path);
    expectSafe(answer.headers.getSetCookie().length === 0, path);
  }
  const foreign = await fetch(`${server.origin}/api/auth/guest`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://evil.example" },
    body: "{}",
  });
  expectSafe(foreign.status === 403, "a page of somebody else's");
  const passed = await countPassing(40, () => at(address).post("/api/auth/guest"));
  expectExactly(15, passed, 40);
});

test("what was used stays used when the server is started again", async () => {
  const address = somewhere();
  await countPassing(15, () => at(address).post("/api/auth/guest"));
  await server.kill();
  await server.restart();
  expectSafe((await at(address).post("/api/auth/guest")).status === 429, "after a restart");
});
