import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { configure } from "@/tests/support/installation";
import { authSecret } from "@/tests/support/server-settings";
import { log } from "../log.ts";
import { addToLogContext, inLogContext } from "../log-context.ts";
import { noteRequestIds, requestIdOf } from "./request-id.ts";

let server: HttpServer;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  configure({ AUTH_SECRET: authSecret, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
  vi.spyOn(console, "info").mockImplementation((line: string) => lines.push(JSON.parse(line)));
  noteRequestIds();
  server = await startHttpServer(async (request) => {
    const path = new URL(request.url).pathname;
    addToLogContext({ user: `user of ${path}` });
    // Others are answered meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    log.info("asked", { path });
    inLogContext({ run: "1" }, () => log.info("run", { path }));
    return new Response();
  });
});
afterAll(() => server.close());

test("every line about a request has its id, which is on its answer; others' ids never", async () => {
  const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
  const ids = new Map<string, string | null>();
  await Promise.all(
    paths.map(async (path) => {
      const { headers } = await fetch(`${server.origin}${path}`);
      ids.set(path, headers.get("x-request-id"));
    }),
  );
  expect(new Set(ids.values()).size).toBe(20);
  const asked = lines.filter(({ event }) => event === "asked");
  expect(asked).toHaveLength(20);
  for (const { path, request, user } of asked)
    expect([request, user]).toEqual([ids.get(String(path)), `user of ${path}`]);
  for (const line of lines.filter(({ event }) => event === "run")) {
    expect(line).toMatchObject({ run: "1" });
    expect(line).not.toHaveProperty("request");
  }
});

test("a proxy's id is kept where there is a proxy, when it looks like one", () => {
  expect(requestIdOf("7b0d9f0e5c1a4b2e", 1)).toBe("7b0d9f0e5c1a4b2e");
  const uuid = /^[\da-f-]{36}$/;
  expect(requestIdOf("7b0d9f0e5c1a4b2e", 0)).toMatch(uuid);
  expect(requestIdOf('x","level":"error', 1)).toMatch(uuid);
  expect(requestIdOf("a".repeat(129), 1)).toMatch(uuid);
  expect(requestIdOf(undefined, 1)).toMatch(uuid);
});
