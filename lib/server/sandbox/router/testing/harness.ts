import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Composio } from "@composio/core";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { z } from "zod";
import { createRouter } from "../index";
import type { Toolkit } from "../toolkit";
import { serve } from "./serve";
import { testToolkit } from "./toolkit";

export const testKey = "ak_test_0123456789";

const textResultSchema = z.object({
  content: z.tuple([z.object({ type: z.literal("text"), text: z.string() })]),
  isError: z.literal(false),
});

const envelopeSchema = z.object({
  data: z.record(z.string(), z.unknown()),
  error: z.string().nullable(),
  successful: z.boolean(),
});

/** A real server, a clock to turn, and the clients people use. */
export async function startRouter(options: { toolkit?: Toolkit; waitLimit?: number } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "router-test-"));
  // The SDK reads a key and an address from the home folder, and reports calls unless told not to.
  process.env.HOME = directory;
  process.env.TELEMETRY_DISABLED = "true";

  let time = Date.parse("2026-11-22T09:00:00Z");
  const reported: unknown[] = [];
  let onDisconnect = () => {};
  const router = createRouter({
    directory,
    apiKey: testKey,
    toolkit: options.toolkit ?? testToolkit,
    reportError: (error) => reported.push(error),
    now: () => time,
    ...(options.waitLimit === undefined ? {} : { waitLimit: options.waitLimit }),
  });
  const server = await serve((request, path) => {
    request.signal.addEventListener("abort", () => onDisconnect());
    return router.handle(request, path.slice(1));
  });
  const baseURL = `${server.origin}/sandbox/composio`;
  const composio = (apiKey = testKey) =>
    new Composio({ apiKey, baseURL, allowTracking: false, disableVersionCheck: true });

  return {
    directory,
    baseURL,
    router,
    composio,
    /** Errors whose details no caller was told. */
    reported,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    rest: (method: string, path: string, body?: unknown, key: string | null = testKey) =>
      fetch(`${baseURL}/api/v3.1/${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          ...(key === null ? {} : { "x-api-key": key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    /** Calls back when a client leaves before its answer is complete. */
    onDisconnect: (listener: () => void) => {
      onDisconnect = listener;
    },
    /** Answers the consent page as a person would. */
    decide: (redirectUrl: string, fields: Record<string, string>) =>
      fetch(redirectUrl, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields),
      }),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type TestRouter = Awaited<ReturnType<typeof startRouter>>;

/** Connects a user as one of the identities, by way of the consent page. */
export async function connect(router: TestRouter, userId: string, identity = "jane-acme") {
  const session = await router.composio().create(userId, { toolkits: ["bitbucket"] });
  const { id, redirectUrl } = await session.authorize("bitbucket");
  await router.decide(redirectUrl ?? "", { decision: "allow", identity });
  return id;
}

/** The official MCP client on a session, with tool results parsed out of their text. */
export async function openMcp(mcp: { url: string; headers?: Record<string, string> | undefined }) {
  const client = new Client({ name: "test", version: "1.0.0" });
  const requestInit = mcp.headers ? { headers: mcp.headers } : {};
  await client.connect(new StreamableHTTPClientTransport(new URL(mcp.url), { requestInit }));
  return {
    client,
    call: async (name: string, toolArguments: Record<string, unknown>) => {
      const result = await client.callTool({ name, arguments: toolArguments });
      const { content } = textResultSchema.parse(result);
      return envelopeSchema.parse(JSON.parse(content[0].text));
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
