import { afterEach } from "vitest";
import { type Connection, type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { answerMcp, listedTool, type McpCall, textResult } from "@/tests/support/mcp-endpoint";
import { isRouterCallError, type RouterCallError } from "../call-error.ts";
import { type ConnectedRouter, connectRouter } from "../mcp-client.ts";

/** Milliseconds after which a server that says nothing is given up. */
export const shortLimit = 500;
/** More than an answer ever takes on a busy machine. */
const ampleLimit = 15_000;

export type Script = {
  tools?: Parameters<typeof answerMcp>[1]["tools"];
  call?: (call: McpCall) => ReturnType<Parameters<typeof answerMcp>[1]["call"]>;
  /** Answers a `tools/call` in place of the protocol's server. */
  instead?: (request: Request, connection: Connection) => Promise<Response> | Response;
  /** The status of an `initialize`, by how often it was asked before. */
  refuseInitialise?: (earlier: number) => Response | undefined;
};

type ScriptedRouter = HttpServer & {
  /** Methods of the protocol that were asked for. */
  methods: string[];
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Closes something when the test is over. */
export function closeLater(close: () => unknown): void {
  open.push(close);
}

/** A router that follows a script, for the length of a test. */
export async function serve(script: Script): Promise<ScriptedRouter> {
  const methods: string[] = [];
  const server = await startHttpServer(async (request, connection) => {
    const text = await request.clone().text();
    const { method } = (text ? JSON.parse(text) : {}) as { method?: string };
    const refused =
      method === "initialize"
        ? script.refuseInitialise?.(methods.filter((name) => name === method).length)
        : undefined;
    if (method) methods.push(method);
    if (refused) return refused;
    if (method === "tools/call" && script.instead) return script.instead(request, connection);
    return answerMcp(request, {
      tools: script.tools ?? [listedTool("X")],
      call: script.call ?? (async () => textResult("done")),
    });
  });
  closeLater(server.close);
  return { ...server, methods };
}

/** @param limit milliseconds to wait for an answer */
export async function connect(server: HttpServer, limit = ampleLimit): Promise<ConnectedRouter> {
  const client = await connectRouter({
    url: `${server.origin}/mcp`,
    headers: { "x-api-key": "ak_test" },
    requestTimeout: limit,
    streamTimeout: Math.max(limit, 3_000),
  });
  closeLater(client.close);
  return client;
}

export const callOf = (signal = new AbortController().signal) => ({
  name: "X",
  arguments: {},
  signal,
});

export async function failureOf(promise: Promise<unknown>): Promise<RouterCallError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isRouterCallError(thrown)) throw new Error(`Expected a RouterCallError, got ${thrown}`);
  return thrown;
}

/** What the first call of a scripted router fails with. @param limit as of {@link connect} */
export const failure = async (script: Script, limit?: number) =>
  failureOf((await connect(await serve(script), limit)).call(callOf()));
