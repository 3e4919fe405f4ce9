import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { configure, installForTests } from "@/tests/support/installation";
import { connection } from "../database/connection.ts";
import { DatabaseLostError } from "../database/lost.ts";
import { probeService, type Reach, ServiceProbe } from "./probe-service.ts";
import { readiness } from "./readiness.ts";

let services: HttpServer;
const answer: () => Response | Promise<Response> = () => new Response(null, { status: 401 });

beforeAll(async () => {
  services = await startHttpServer(() => answer());
});
afterAll(() => services.close());
installForTests(() => services.origin);
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, Symbol.for("branchline.health"));
});

test("ready: a service that refuses a request without a key can be reached", async () => {
  expect(await readiness()).toEqual({
    status: "ready",
    database: { status: "ready" },
    model: { mode: "hosted", status: "ready" },
    router: { mode: "hosted", status: "ready" },
  });
  expect(services.requests.toSorted()).toEqual(["HEAD /", "HEAD /v1"]);
});

test("any number of probes cost each service one request", async () => {
  services.requests.length = 0;
  const reports = await Promise.all(Array.from({ length: 50 }, readiness));
  for (let again = 0; again < 50; again += 1) reports.push(await readiness());
  expect(new Set(reports.map(({ status }) => status))).toEqual(new Set(["ready"]));
  expect(services.requests).toHaveLength(2);
});

test("a model that is away degrades, and takes no instance out of the load balancer", async () => {
  configure({ OPENAI_BASE_URL: "http://operator:hunter2pass@127.0.0.1:9/v1" });
  try {
    const report = await readiness();
    expect(report).toMatchObject({
      status: "degraded",
      database: { status: "ready" },
      model: { status: "failing", cause: "unreachable" },
      router: { status: "ready" },
    });
    expect(JSON.stringify(report)).not.toMatch(/hunter2pass|127\.0\.0\.1|sk-test|ak_test/);
  } finally {
    configure({ OPENAI_BASE_URL: `${services.origin}/v1` });
  }
});

test("a database that is away fails, with its cause, whatever the services say", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { database } = await connection();
  vi.spyOn(database, "execute").mockImplementation(() => {
    throw new DatabaseLostError("Gone.");
  });
  expect(await readiness()).toMatchObject({
    status: "failing",
    database: { status: "failing", cause: "away" },
    model: { status: "ready" },
  });
});

test.each([502, 503, 504])("a gateway's %i is a service that is away", async (status) => {
  const gateway = await startHttpServer(() => new Response(null, { status }));
  expect(await probeService(gateway.origin)).toEqual({ status: "failing", cause: "unavailable" });
  await gateway.close();
});

test("a service that says nothing has timed out", async () => {
  const silent = await startHttpServer(() => new Promise<Response>(() => {}));
  expect(await probeService(silent.origin, 50)).toEqual({ status: "failing", cause: "timeout" });
  await silent.close();
});

test("what is known is asked anew after 15 seconds, without anybody waiting for it", async () => {
  let now = 0;
  const answers: PromiseWithResolvers<Reach>[] = [];
  const probe = new ServiceProbe(
    () => {
      const next = Promise.withResolvers<Reach>();
      answers.push(next);
      return next.promise;
    },
    () => now,
  );
  const first = probe.reach();
  answers[0]?.resolve({ status: "ready" });
  expect(await first).toEqual({ status: "ready" });
  now = 14_999;
  expect(await probe.reach()).toEqual({ status: "ready" });
  expect(answers).toHaveLength(1);
  now = 15_000;
  expect(await probe.reach()).toEqual({ status: "ready" });
  expect(answers).toHaveLength(2);
  answers[1]?.resolve({ status: "failing", cause: "timeout" });
  await answers[1]?.promise;
  await vi.waitFor(async () =>
    expect(await probe.reach()).toEqual({ status: "failing", cause: "timeout" }),
  );
  expect(answers).toHaveLength(2);
});
