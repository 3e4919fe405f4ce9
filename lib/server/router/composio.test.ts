import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Connection, type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { configure, createUser, installForTests } from "@/tests/support/installation";
import { connectionSummary } from "./connection-summary.ts";
import { findAccount, listAccounts } from "./connections/accounts.ts";
import { createAttempt, readAttempt } from "./connections/attempts.ts";
import { openAttempt } from "./connections/open-attempt.ts";
import { openRouterSession } from "./session.ts";

const requestTimeout = 800;

let server: HttpServer;
/** Answers a request in the place of the working router. */
let instead:
  | ((request: Request, connection: Connection) => Response | Promise<Response>)
  | undefined;
let answered = 0;

function working(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith("/connected_accounts"))
    return Response.json({ items: [], next_cursor: null, total_pages: 1 });
  if (pathname.endsWith("/link"))
    return Response.json(
      {
        link_token: "lk_1",
        redirect_url: "https://connect.composio.dev/link/lk_1",
        connected_account_id: `ca_${randomUUID()}`,
      },
      { status: 201 },
    );
  const mcp = { type: "http", url: `${server.origin}/tool_router/trs_1/mcp` };
  const config = { user_id: userId, preload: { tools: [] } };
  return Response.json({ session_id: "trs_1", mcp, tool_router_tools: [], config });
}

beforeAll(async () => {
  server = await startHttpServer(async (request, connection) => {
    answered += 1;
    return (await instead?.(request, connection)) ?? working(request);
  });
  return server.close;
});
installForTests(() => server.origin);
let userId: string;
beforeAll(async () => {
  configure({ MCP_REQUEST_TIMEOUT_MS: `${requestTimeout}` });
  userId = await createUser();
});
afterEach(() => {
  instead = undefined;
});

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ error: { message: "Oh no." } }, { status: code, headers });
const events = { headers: { "content-type": "application/json" } };

type Mode = [name: string, respond: typeof instead, code: string, requests: number];

/** How the router can fail, what that is called, and how many requests a harmless question may take. */
const modes: Mode[] = [
  ["never answers", () => new Promise(() => {}), "router_timeout", 1],
  ["begins an answer", () => new Response(new ReadableStream(), events), "router_timeout", 1],
  [
    "resets the connection",
    (_request, { cut }) => {
      cut();
      return new Promise(() => {});
    },
    "router_unreachable",
    2,
  ],
  ["answers 500", status(500), "router_failed", 1],
  ["answers 503", status(503), "router_failed", 2],
  ["answers 409", status(409), "router_failed", 1],
  ["answers 429 for a minute", status(429, { "retry-after": "60" }), "router_failed", 1],
  ["answers 429 for a moment", status(429, { "retry-after": "0" }), "router_failed", 2],
  ["answers 401", status(401), "router_refused_key", 1],
  [
    "answers with a page",
    () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    "router_failed",
    1,
  ],
  ["answers with cut JSON", () => new Response('{"session_', events), "router_failed", 1],
];

describe.each(modes)("a router that %s", (_name, respond, code, requests) => {
  test("is one error when a session is opened and when accounts are asked for", async () => {
    for (const question of [
      () => openRouterSession(userId),
      () => listAccounts(userId),
      () => findAccount(userId, "ca_1"),
    ]) {
      instead = respond;
      const before = answered;
      const error = await question().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        name: "BranchlineError",
        code,
        message: expect.stringMatching(/^[A-Z].*\.$/),
        hint: expect.stringMatching(/^[A-Z].*\.$/),
      });
      expect(answered - before).toBe(requests);
    }
  });

  test("lets the start page open", async () => {
    instead = respond;
    expect(await connectionSummary(userId)).toEqual({ status: "unreachable" });
  });

  test("is asked for a link once: every one leaves an account behind", async () => {
    const attempt = await createAttempt({ userId, toolkit: "bitbucket" });
    let links = 0;
    instead = (request, connection) => {
      if (!request.url.endsWith("/link")) return working(request);
      links += 1;
      return respond?.(request, connection) ?? working(request);
    };
    const opening = openAttempt(
      { userId, sessionId: randomUUID() },
      attempt.id,
      "http://localhost:3000",
    );
    await expect(opening).rejects.toMatchObject({ code });
    expect(links).toBe(1);
    expect((await readAttempt(userId, attempt.id)).status).toBe("failed");
    instead = undefined;
    expect(
      await openAttempt({ userId, sessionId: randomUUID() }, attempt.id, "http://localhost:3000"),
    ).toContain("lk_1");
  });
});

test("an answer that is too large is called that, and not read to its end", async () => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "15000" });
  const megabyte = new Uint8Array(1_000_000).fill(32);
  instead = () =>
    new Response(
      new ReadableStream({ pull: (controller) => controller.enqueue(megabyte) }),
      events,
    );
  const tooLarge = { message: "The tool router's answer was larger than 32 MB." };
  await expect(listAccounts(userId)).rejects.toMatchObject(tooLarge);
  await expect(openRouterSession(userId)).rejects.toMatchObject(tooLarge);
  configure({ MCP_REQUEST_TIMEOUT_MS: `${requestTimeout}` });
});

test("a harmless question is answered when it fails once in passing", async () => {
  let failures = 0;
  instead = (request) => {
    failures += 1;
    return failures === 1 ? new Response("", { status: 502 }) : working(request);
  };
  expect(await listAccounts(userId)).toEqual([]);
});
