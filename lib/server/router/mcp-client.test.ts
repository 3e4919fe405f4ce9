import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { type Connection, type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { answerMcp, listedTool, type McpCall, textResult } from "@/tests/support/mcp-endpoint";
import { isRouterCallError, type RouterCallError } from "./call-error.ts";
import { connectRouter } from "./mcp-client.ts";

const requestTimeout = 300;
const streamTimeout = 3_000;
const never = () => new Promise<never>(() => {});

const cutOff = (_request: Request, { cut }: Connection) => {
  cut();
  return never();
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Script = {
  tools?: Parameters<typeof answerMcp>[1]["tools"];
  call?: (call: McpCall) => ReturnType<Parameters<typeof answerMcp>[1]["call"]>;
  /** Answers a `tools/call` in place of the protocol's server. */
  instead?: (request: Request, connection: Connection) => Promise<Response> | Response;
  /** The status of an `initialize`, by how often it was asked before. */
  refuseInitialise?: (earlier: number) => Response | undefined;
};

async function serve(script: Script): Promise<HttpServer & { methods: string[] }> {
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
  open.push(server.close);
  return { ...server, methods };
}

async function connect(server: HttpServer) {
  const client = await connectRouter({
    url: `${server.origin}/mcp`,
    headers: { "x-api-key": "ak_test" },
    requestTimeout,
    streamTimeout,
  });
  open.push(client.close);
  return client;
}

const callOf = (signal = new AbortController().signal) => ({ name: "X", arguments: {}, signal });

async function failureOf(promise: Promise<unknown>): Promise<RouterCallError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isRouterCallError(thrown)) throw new Error(`Expected a RouterCallError, got ${thrown}`);
  return thrown;
}

const failure = async (script: Script) =>
  failureOf((await connect(await serve(script))).call(callOf()));

describe("a server that answers", () => {
  test("lists its tools over all pages and returns their text", async () => {
    const tools = [listedTool("X", { annotations: { readOnlyHint: true } }), listedTool("Y")];
    const client = await connect(await serve({ tools }));
    expect(client.tools).toMatchObject([
      { name: "X", annotations: { readOnlyHint: true } },
      { name: "Y" },
    ]);
    expect(await client.call(callOf())).toEqual({ text: "done", isError: false });
  });

  test("passes a tool's error on as an answer", async () => {
    const client = await connect(await serve({ call: async () => textResult("no", true) }));
    expect(await client.call(callOf())).toEqual({ text: "no", isError: true });
  });

  test("names what is not text, and reads structured content where there is no text", async () => {
    const image = { type: "image" as const, data: "aGk=", mimeType: "image/png" };
    const content = [{ type: "text" as const, text: "a" }, image];
    const mixed = await connect(await serve({ call: async () => ({ content }) }));
    expect((await mixed.call(callOf())).text).toBe("a\n[image]");
    const structured = await connect(
      await serve({ call: async () => ({ content: [], structuredContent: { n: 1 } }) }),
    );
    expect((await structured.call(callOf())).text).toBe('{"n":1}');
  });

  test("is believed although its answer does not fit the schema it announced: the tool has run", async () => {
    const outputSchema = {
      type: "object" as const,
      properties: { n: { type: "number" } },
      required: ["n"],
    };
    const client = await connect(await serve({ tools: [listedTool("X", { outputSchema })] }));
    expect(await client.call(callOf())).toEqual({ text: "done", isError: false });
  });
});

describe("a server that is silent", () => {
  test("is given up after the limit; the tool may have run", async () => {
    const started = performance.now();
    const error = await failure({ call: never });
    expect(error).toMatchObject({ mayHaveRun: true, reason: { code: "router_timeout" } });
    expect(performance.now() - started).toBeLessThan(requestTimeout + 5_000);
  });

  test("is given up when it never even begins its answer, and when it ends without one", async () => {
    expect((await failure({ instead: never })).reason.code).toBe("router_timeout");
    const empty = new Response("", { headers: { "content-type": "text/event-stream" } });
    expect(await failure({ instead: () => empty })).toMatchObject({ mayHaveRun: true });
  });

  test("is waited for as long as it reports progress", async () => {
    const seen: unknown[] = [];
    const client = await connect(
      await serve({
        async call({ report }) {
          for (let step = 1; step <= 4; step += 1) {
            await delay(requestTimeout / 2);
            await report({ progress: step, total: 4, message: `part ${step}` });
          }
          return textResult("late");
        },
      }),
    );
    const answer = await client.call({
      ...callOf(),
      onProgress: (progress) => seen.push(progress),
    });
    expect(answer.text).toBe("late");
    expect(seen).toHaveLength(4);
    expect(seen[0]).toMatchObject({ progress: 1, total: 4, message: "part 1" });
  });

  test("is left at once when the call is aborted", async () => {
    const controller = new AbortController();
    const client = await connect(
      await serve({
        call() {
          controller.abort(new Error("stopped"));
          return never();
        },
      }),
    );
    const left = await failureOf(client.call(callOf(controller.signal)));
    expect(left.mayHaveRun).toBe(true);
    expect(left.cause).toMatchObject({ message: expect.stringContaining("stopped") });
  });
});

describe("a session the server has forgotten", () => {
  const gone = () => new Response("Session not found", { status: 404 });

  test("is opened once again, and the call repeated: it was not executed", async () => {
    let calls = 0;
    const server = await serve({
      instead: (request) => {
        calls += 1;
        if (calls === 1) return gone();
        return answerMcp(request, { tools: [], call: async () => textResult("again") });
      },
    });
    const client = await connect(server);
    expect(await client.call(callOf())).toEqual({ text: "again", isError: false });
    expect(server.methods.filter((name) => name === "initialize")).toHaveLength(2);
    expect(calls).toBe(2);
  });

  test("is opened once for all calls that meet it together", async () => {
    const initialised = () => server.methods.filter((name) => name === "initialize").length;
    const server = await serve({
      instead: (request) =>
        initialised() < 2
          ? gone()
          : answerMcp(request, { tools: [], call: async () => textResult("again") }),
    });
    const client = await connect(server);
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.call(callOf())));
    expect(answers.every(({ text }) => text === "again")).toBe(true);
    expect(initialised()).toBe(2);
  });

  test("does not cut the calls that are still answered in it", async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    let calls = 0;
    const client = await connect(
      await serve({
        async instead(request) {
          calls += 1;
          if (calls === 2) return gone();
          const slow = calls === 1;
          return answerMcp(request, {
            tools: [],
            async call() {
              if (!slow) return textResult("quick");
              start();
              await released;
              return textResult("slow");
            },
          });
        },
      }),
    );
    const slow = client.call(callOf());
    await started;
    expect((await client.call(callOf())).text).toBe("quick");
    release();
    expect((await slow).text).toBe("slow");
  });

  test("is opened once only: a second 404 is an error, of a call that never ran", async () => {
    const server = await serve({ instead: gone });
    const error = await failureOf((await connect(server)).call(callOf()));
    expect(error).toMatchObject({ mayHaveRun: false, sessionGone: true });
    expect(server.methods.filter((name) => name === "tools/call")).toHaveLength(2);
  });

  test("that cannot be opened again now can be later; the call between never ran", async () => {
    let calls = 0;
    const server = await serve({
      refuseInitialise: (earlier) =>
        earlier === 1 ? new Response("busy", { status: 503 }) : undefined,
      instead: (request) => {
        calls += 1;
        if (calls <= 2) return gone();
        return answerMcp(request, { tools: [], call: async () => textResult("back") });
      },
    });
    const client = await connect(server);
    expect(await failureOf(client.call(callOf()))).toMatchObject({ mayHaveRun: false });
    expect((await client.call(callOf())).text).toBe("back");
  });
});

describe("a redirect", () => {
  test("is not followed, neither to another host nor to the same", async () => {
    const target = await startHttpServer(() => new Response("never"));
    open.push(target.close);
    for (const status of [301, 302, 307, 308]) {
      const error = await failure({
        instead: () =>
          new Response(null, { status, headers: { location: `${target.origin}/mcp` } }),
      });
      expect(error).toMatchObject({ mayHaveRun: false, reason: { code: "router_failed" } });
    }
    expect(target.requests).toEqual([]);

    let calls = 0;
    await failure({
      instead() {
        calls += 1;
        return new Response(null, { status: 307, headers: { location: "/mcp" } });
      },
    });
    expect(calls).toBe(1);
  });
});

describe("an answer that is none", () => {
  const json = (body: string) =>
    new Response(body, { headers: { "content-type": "application/json" } });
  const html = { headers: { "content-type": "text/html" } };

  test.each<[string, Script["instead"], string, boolean]>([
    ["401", () => new Response("no", { status: 401 }), "router_refused_key", false],
    ["403", () => new Response("no", { status: 403 }), "router_refused_key", false],
    ["429", () => new Response("busy", { status: 429 }), "router_failed", false],
    ["500", () => new Response("oh", { status: 500 }), "router_failed", true],
    [
      "502 with a page",
      () => new Response("<html>", { status: 502, ...html }),
      "router_failed",
      true,
    ],
    ["a page", () => new Response("<html>", html), "router_failed", true],
    ["cut JSON", () => json('{"jsonrpc":"2.0","id":2,"res'), "router_failed", true],
    ["JSON of another shape", () => json('{"hello":1}'), "router_failed", true],
    [
      "a number that nobody asked for",
      () => json('{"jsonrpc":"2.0","id":99,"result":{}}'),
      "router_timeout",
      true,
    ],
    ["a broken connection", cutOff, "router_unreachable", true],
  ])("%s", async (_name, instead, code, mayHaveRun) => {
    expect(await failure({ instead })).toMatchObject({ mayHaveRun, reason: { code } });
  });

  test("a refusal of the protocol says that nothing ran", async () => {
    const instead = async (request: Request) => {
      const { id } = (await request.json()) as { id: number };
      const error = { code: -32602, message: "Invalid arguments" };
      return json(JSON.stringify({ jsonrpc: "2.0", id, error }));
    };
    const refused = await failure({ instead });
    expect(refused).toMatchObject({ mayHaveRun: false, reason: { code: "tool_failed" } });
    expect(refused.reason.message).toContain("Invalid arguments");
  });

  test("an internal error of the server does not say that", async () => {
    const refused = await failure({
      call: async () => {
        throw new Error("inside");
      },
    });
    expect(refused).toMatchObject({ mayHaveRun: true, reason: { code: "router_failed" } });
  });
});

describe("connecting", () => {
  test("to nobody", async () => {
    const server = await startHttpServer(() => new Response());
    await server.close();
    const error = await failureOf(connect(server));
    expect(error).toMatchObject({ mayHaveRun: false, reason: { code: "router_unreachable" } });
  });

  test("to a server that is gone by the time of a call: nothing left this process", async () => {
    const server = await serve({});
    const client = await connect(server);
    await server.close();
    // The first call may still be written to a connection that is closing.
    await failureOf(client.call(callOf()));
    expect(await failureOf(client.call(callOf()))).toMatchObject({ mayHaveRun: false });
  });

  test("to a server whose list of tools never ends", async () => {
    let pages = 0;
    const server = await startHttpServer(async (request) => {
      const text = await request.clone().text();
      const body = (text ? JSON.parse(text) : {}) as { method?: string; id?: number };
      if (body.method !== "tools/list")
        return answerMcp(request, { tools: [], call: async () => textResult("") });
      pages += 1;
      const result = { tools: [listedTool(`T${pages}`)], nextCursor: "more" };
      return Response.json({ jsonrpc: "2.0", id: body.id, result });
    });
    open.push(server.close);
    expect((await connect(server)).tools).toHaveLength(100);
  });
});
