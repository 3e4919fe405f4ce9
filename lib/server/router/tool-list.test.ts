import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import { describe, expect, test, vi } from "vitest";
import { startHttpServer } from "@/tests/support/http-server";
import { answerMcp, listedTool, textResult } from "@/tests/support/mcp-endpoint";
import {
  callOf,
  closeLater,
  connect,
  failureOf,
  type Script,
  serve,
} from "./testing/scripted-router.ts";

describe("a list of tools", () => {
  const { signal } = new AbortController();

  test("is read anew once a minute, and not before", async () => {
    const tools = [listedTool("X")];
    const server = await serve({ tools });
    const client = await connect(server);
    tools[0] = listedTool("Y");
    await client.refresh(signal);
    expect(client.tools).toMatchObject([{ name: "X" }]);
    const later = performance.now() + 61_000;
    const clock = vi.spyOn(performance, "now").mockReturnValue(later);
    await Promise.all([client.refresh(signal), client.refresh(signal)]);
    expect(client.tools).toMatchObject([{ name: "Y" }]);
    expect(server.methods.filter((name) => name === "tools/list")).toHaveLength(2);
    clock.mockRestore();
  });

  test("is read anew once the server says that it has changed", async () => {
    const { promise: changed, resolve: change } = Promise.withResolvers<void>();
    const { promise: listening, resolve: listen } = Promise.withResolvers<void>();
    const tools = [listedTool("X")];
    const server = await startHttpServer((request) => {
      if (request.method === "POST")
        return answerMcp(request, { tools, call: async () => textResult("done") });
      const event = { jsonrpc: "2.0", method: "notifications/tools/list_changed" };
      const body = new ReadableStream<string>({
        async start(controller) {
          listen();
          await changed;
          controller.enqueue(`data: ${JSON.stringify(event)}\n\n`);
        },
      });
      return new Response(body.pipeThrough(new TextEncoderStream()), {
        headers: { "content-type": "text/event-stream" },
      });
    });
    closeLater(server.close);
    const client = await connect(server);
    await listening;
    tools[0] = listedTool("Y");
    change();
    await vi.waitFor(async () => {
      await client.refresh(signal);
      expect(client.tools).toMatchObject([{ name: "Y" }]);
    });
  });

  test.each<[string, Script["call"]]>([
    [
      "an error of the protocol",
      async () => {
        throw new McpError(ErrorCode.InvalidParams, "Tool X not found");
      },
    ],
    ["an answer", async () => textResult("MCP error -32602: Tool X not found", true)],
  ])("that a tool has left is said as that, when the server says so in %s", async (_way, call) => {
    const tools = [listedTool("X"), listedTool("Y")];
    const client = await connect(await serve({ tools, ...(call ? { call } : {}) }));
    tools.shift();
    expect(await failureOf(client.call(callOf()))).toMatchObject({
      fault: "tool-gone",
      mayHaveRun: false,
      reason: { code: "tool_failed", message: "The tool router no longer offers X." },
    });
    expect(client.tools).toMatchObject([{ name: "Y" }]);
  });

  test("does not turn a tool's own 'not found' into that", async () => {
    const answer = textResult("Repository not found", true);
    const client = await connect(await serve({ call: async () => answer }));
    expect(await client.call(callOf())).toEqual({ text: "Repository not found", isError: true });
  });
});
