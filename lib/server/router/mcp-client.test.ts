import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { startHttpServer } from "@/tests/support/http-server";
import { answerMcp, listedTool, textResult } from "@/tests/support/mcp-endpoint";
import {
  callOf,
  closeLater,
  connect,
  failure,
  failureOf,
  serve,
  shortLimit,
} from "./testing/scripted-router.ts";

const never = () => new Promise<never>(() => {});

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
    const error = await failure({ call: never }, shortLimit);
    expect(error).toMatchObject({ mayHaveRun: true, reason: { code: "router_timeout" } });
  });

  test("is given up when it never even begins its answer, and when it ends without one", async () => {
    expect((await failure({ instead: never }, shortLimit)).reason.code).toBe("router_timeout");
    const empty = new Response("", { headers: { "content-type": "text/event-stream" } });
    expect(await failure({ instead: () => empty }, shortLimit)).toMatchObject({ mayHaveRun: true });
  });

  test("is waited for as long as it reports progress", async () => {
    const seen: unknown[] = [];
    const client = await connect(
      await serve({
        async call({ report }) {
          for (let step = 1; step <= 4; step += 1) {
            await delay(shortLimit / 2);
            await report({ progress: step, total: 4, message: `part ${step}` });
          }
          return textResult("late");
        },
      }),
      shortLimit,
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
      10_000,
    );
    const left = await failureOf(client.call(callOf(controller.signal)));
    expect(left.mayHaveRun).toBe(true);
    expect(left.cause).toMatchObject({ message: expect.stringContaining("stopped") });
  });
});

test("a call that was answered is not cancelled when its run is stopped later", async () => {
  const server = await serve({});
  const client = await connect(server);
  const controller = new AbortController();
  await client.call(callOf(controller.signal));
  controller.abort(new Error("stopped"));
  await client.call(callOf());
  expect(server.methods).not.toContain("notifications/cancelled");
});

describe("a redirect", () => {
  test("is not followed, neither to another host nor to the same", async () => {
    const target = await startHttpServer(() => new Response("never"));
    closeLater(target.close);
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

describe("an error of the protocol", () => {
  const json = (body: string) =>
    new Response(body, { headers: { "content-type": "application/json" } });

  test("that refuses says that nothing ran", async () => {
    const instead = async (request: Request) => {
      const { id } = (await request.json()) as { id: number };
      const error = { code: -32602, message: "Invalid arguments" };
      return json(JSON.stringify({ jsonrpc: "2.0", id, error }));
    };
    const refused = await failure({ instead });
    expect(refused).toMatchObject({ mayHaveRun: false, reason: { code: "tool_failed" } });
    expect(refused.reason.message).toContain("Invalid arguments");
  });

  test("inside the server does not say that", async () => {
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

  test.each(["initialize", "notifications/initialized", "tools/list"])(
    "to a server that is silent at %s",
    async (silent) => {
      const server = await startHttpServer(async (request) => {
        const text = await request.clone().text();
        if (text.includes(`"${silent}"`)) return never();
        return answerMcp(request, { tools: [], call: async () => textResult("") });
      });
      closeLater(server.close);
      expect(await failureOf(connect(server, shortLimit))).toMatchObject({
        fault: "silent",
        mayHaveRun: false,
      });
    },
  );

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
    closeLater(server.close);
    expect((await connect(server)).tools).toHaveLength(100);
  });
});
