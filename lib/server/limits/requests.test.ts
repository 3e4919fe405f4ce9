import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { configure, installForTests } from "@/tests/support/installation";
import { database } from "../database/connection.ts";
import { publicHandler } from "../http/public-handler.ts";
import { limitRequest } from "./requests.ts";

installForTests();
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  configure({ REQUESTS_PER_MINUTE: "20", REQUESTS_PER_MINUTE_AND_ADDRESS: "1000" });
});

const address = "http://localhost/api/chats";
const request = (method: string) => new Request(address, { method });

/** How many of so many requests of one user pass. */
async function passing(method: string, times: number): Promise<number> {
  const userId = randomUUID();
  const answers = await Promise.allSettled(
    Array.from({ length: times }, () => limitRequest(request(method), userId)),
  );
  for (const answer of answers)
    if (answer.status === "rejected")
      expect(answer.reason).toMatchObject({ status: 429, retryAfter: expect.any(Number) });
  return answers.filter(({ status }) => status === "fulfilled").length;
}

test.each(["GET", "POST"])("exactly as many %s requests pass as may", async (method) => {
  expect(await passing(method, 100)).toBe(20);
});

test("everybody at one address is counted together", async () => {
  configure({ REQUESTS_PER_MINUTE_AND_ADDRESS: "1" });
  await (await database()).execute(sql`truncate rate_limit`);
  await limitRequest(request("DELETE"), randomUUID());
  await expect(limitRequest(request("DELETE"), randomUUID())).rejects.toMatchObject({
    code: "too_many_requests",
  });
});

test("without its table nothing changes, and reading goes on", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  let handled = 0;
  const route = publicHandler(async () => {
    handled += 1;
    return new Response("done");
  });
  const headers = { host: "localhost", origin: "http://localhost" };
  const answer = (method: string) =>
    route(new Request(address, { method, headers }), { params: Promise.resolve({}) });
  const storage = await database();
  await storage.execute(sql`alter table rate_limit rename to elsewhere`);
  try {
    expect((await answer("POST")).status).toBe(503);
    expect(handled).toBe(0);
    expect((await answer("GET")).status).toBe(200);
  } finally {
    await storage.execute(sql`alter table elsewhere rename to rate_limit`);
  }
  expect((await answer("POST")).status).toBe(200);
});
