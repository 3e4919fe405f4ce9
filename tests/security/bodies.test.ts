import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, test } from "vitest";
import { residentBytes, servingProcess } from "../faults/proc";
import { type OwnServer, startServer } from "../support/own-server";
import { badBody } from "./bad-bodies";
import { countCases } from "./count-cases";
import { dripConnections, postMuch } from "./flood";
import { Visitor } from "./visitor";

/** Bad bodies that each route is sent: 200, or 10,000 in the long run. */
const bodiesPerRoute = process.env.SECURITY_ROUNDS ? 10_000 : 200;
/** Milliseconds that the long run may take for one route. */
const timeLimit = 600_000;
const megabyte = 1_024 * 1_024;

let server: OwnServer;
let who: Visitor;
const large = countCases(23, "Bodies too large, too deep, too slow");
const bad = countCases(24, "Crash by bad input");

beforeAll(async () => {
  server = await startServer({ BITBUCKET_CLIENT_ID: "key", BITBUCKET_CLIENT_SECRET: "secret" });
  who = new Visitor(server.origin);
  await who.signInAsGuest();
});
afterAll(async () => {
  await server.kill();
});

/** Every route that takes a body, with the fields of a good one. */
const routes: [method: string, path: string, fields: string[]][] = [
  ["POST", "/api/account", ["email", "password", "name"]],
  ["POST", "/api/auth/guest", ["next"]],
  ["POST", "/api/auth/password", ["email", "password", "next"]],
  ["POST", "/api/auth/providers/bitbucket", ["next"]],
  ["POST", "/api/auth/sign-out", ["everywhere"]],
  ["PUT", "/api/admin/policy", ["deniedTools", "toolkits", "models", "limits"]],
  ["PATCH", "/api/admin/users/{id}", ["role", "disabled"]],
  ["POST", "/api/composio/webhook", ["id", "type", "data"]],
  ["PUT", "/api/preferences", ["language", "theme"]],
  [
    "POST",
    "/api/chats/{id}/messages",
    ["id", "text", "attachments", "mode", "model", "accounts", "toolkits", "project", "replaces"],
  ],
  ["POST", "/api/chats/{id}/messages/{id}/answers", ["id"]],
  ["PUT", "/api/chats/{id}/version", ["messageId"]],
  [
    "PATCH",
    "/api/chats/{id}",
    ["title", "mode", "model", "shelf", "project", "accounts", "toolkits"],
  ],
  ["DELETE", "/api/chats/{id}", []],
  [
    "POST",
    "/api/chats/import",
    [
      "format",
      "version",
      "title",
      "mode",
      "shelf",
      "project",
      "createdAt",
      "updatedAt",
      "shown",
      "messages",
    ],
  ],
  ["POST", "/api/chats/{id}/restore", []],
  ["POST", "/api/chats/{id}/stop", []],
  [
    "POST",
    "/api/chats/{id}/shares",
    ["choices", "revealed", "audience", "days", "image", "digest"],
  ],
  ["POST", "/api/chats/{id}/shares/preview", ["choices", "revealed", "share", "image"]],
  ["POST", "/api/chats", ["token", "version"]],
  [
    "POST",
    "/api/approvals/{id}",
    ["decision", "reason", "items", "confirmation", "allow", "edits"],
  ],
  ["PUT", "/api/attachments/{id}", []],
  ["DELETE", "/api/attachments/{id}", []],
  ["DELETE", "/api/permissions/{id}", []],
  ["POST", "/api/projects", ["id", "name"]],
  ["PATCH", "/api/projects/{id}", ["name", "instructions"]],
  ["DELETE", "/api/projects/{id}", []],
  ["POST", "/api/connections", ["toolkit"]],
  ["PATCH", "/api/connections/{id}", ["isDefault"]],
  ["DELETE", "/api/connections/{id}", []],
  ["POST", "/api/connections/attempts/{id}", ["action"]],
  ["PATCH", "/api/shares/{id}", ["audience", "days", "image", "copy"]],
  ["DELETE", "/api/shares/{id}", []],
  ["DELETE", "/api/shares", []],
  ["POST", "/api/actions/{id}/next-page", []],
  ["POST", "/api/tools/{id}/accept", ["hash"]],
  ["POST", "/connect/{id}/open", []],
];
/** The address of a route, with ids of things that are not there. */
const addressOf = (path: string) => path.replaceAll("{id}", () => randomUUID());
const taking = routes.filter(([method]) => method !== "DELETE").slice(0, 6);

describe.each([
  ["announced", true],
  ["unannounced", false],
])("60 MB, %s, twenty times at once", (_name, announced) => {
  const flood = async (sent?: number) => {
    const address = new URL("/api/account", server.origin);
    const body = { size: 60 * megabyte, announced, ...(sent === undefined ? {} : { sent }) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => postMuch(address, body)));
    const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
    console.log(`413 after ${slowest.toFixed(0)} ms at most`);
    for (const { status } of answers) large.expectSafe(status === 413, `status ${status}`);
  };

  test("are refused before they have arrived", () =>
    flood(announced ? megabyte / 16 : 2 * megabyte));

  test("need no room", async () => {
    // What the first one makes room for, a further one need not.
    await flood();
    const serving = servingProcess(server.processId());
    const before = residentBytes(serving);
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, residentBytes(serving));
    }, 20);
    await flood().finally(() => clearInterval(timer));
    const growth = (Math.max(most, residentBytes(serving)) - before) / megabyte;
    console.log(`memory: +${growth.toFixed(0)} MB`);
    large.expectSafe(growth < 50, `the server grew by ${growth} MB`);
  });
});

describe("shapes", () => {
  const bombs: [name: string, body: string][] = [
    ["an array 100,000 deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["an object 100,000 deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["an array that never closes", "[".repeat(500_000)],
    [
      "10,000 parts",
      JSON.stringify({ id: randomUUID(), text: "x", parts: Array(10_000).fill({}) }),
    ],
    [
      "10,000 fields",
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [i, i]))),
    ],
    ["950,000 characters", JSON.stringify({ id: randomUUID(), text: "a".repeat(950_000) })],
    ["a number of 500,000 digits", `{"id":${"9".repeat(500_000)}}`],
    [
      "nulls and halves of characters",
      '{"text":"\\u0000\\ud800","email":"\\u0000","title":"\\udfff"}',
    ],
    ["__proto__", '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'],
  ];
  test.each(bombs)("%s are an ordinary refusal", async (_name, body) => {
    for (const [method, path] of taking) {
      const headers = { "content-type": "application/json" };
      const answer = await who.copy().fetch(addressOf(path), { method, headers, body });
      const text = await answer.text();
      large.expectSafe(
        answer.status < 500 && !text.includes("    at "),
        `${path}: ${answer.status}`,
      );
    }
  });

  test("over a megabyte is 413 in every route that takes a body", async () => {
    const body = JSON.stringify({ text: "a".repeat(1_100_000) });
    for (const [method, path] of taking) {
      const headers = { "content-type": "application/json" };
      const answer = await who.copy().fetch(addressOf(path), { method, headers, body });
      large.expectSafe(answer.status === 413, `${path}: ${answer.status}`);
    }
  });
});

test.each([
  ["headers", "GET /api/chats HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
  [
    "bodies",
    "POST /api/account HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{",
  ],
])("200 connections with %s that never end keep nobody waiting", async (_name, begin) => {
  const stop = dripConnections(new URL(server.origin), 200, begin);
  try {
    const times: number[] = [];
    for (let time = 0; time < 100; time += 1) {
      const started = performance.now();
      const answer = await who.fetch("/api/chats");
      await answer.text();
      times.push(performance.now() - started);
      large.expectSafe(answer.status === 200, `status ${answer.status}`);
    }
    const slow = times.sort((left, right) => left - right)[94] ?? 0;
    console.log(`meanwhile: p95 ${slow.toFixed(0)} ms`);
  } finally {
    stop();
  }
});

describe(`${bodiesPerRoute} bad bodies`, () => {
  test.each(routes)("%s %s", { timeout: timeLimit }, async (method, path, fields) => {
    const seed = 20_261_123;
    const queue = fc.sample(badBody(fields), { numRuns: bodiesPerRoute, seed });
    const statuses = new Map<number, number>();
    // Who signs in or out leaves the session before, which the other routes need.
    const sender = path.startsWith("/api/auth/") ? new Visitor(server.origin) : who;
    const work = async () => {
      for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
        const headers = { "content-type": "application/json" };
        const answer = await sender.copy().fetch(addressOf(path), { method, headers, body });
        const stream = answer.headers.get("content-type")?.startsWith("text/event-stream");
        const text = stream ? "" : await answer.text();
        if (stream) await answer.body?.cancel();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const what = `${answer.status} for ${body.slice(0, 200)}: ${text.slice(0, 300)}`;
        bad.expectSafe(answer.status < 500, what);
        bad.expectSafe(!/\n\s+at |node_modules|\/lib\/server/.test(text), what);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    console.log(`${method} ${path}: ${JSON.stringify(Object.fromEntries(statuses))}`);
    const alive = await fetch(`${server.origin}/api/health/ready`);
    bad.expectSafe(alive.status === 200, "the server is not well");
  });
});
