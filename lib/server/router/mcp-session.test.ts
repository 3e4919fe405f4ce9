import { describe, expect, test } from "vitest";
import { answerMcp, textResult } from "@/tests/support/mcp-endpoint";
import { callOf, connect, failureOf, serve } from "./testing/scripted-router.ts";

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

  test("is nobody's business, fifty times out of fifty", async () => {
    let executed = 0;
    const initialised = () => server.methods.filter((name) => name === "initialize").length;
    // Every session lasts for one call.
    const server = await serve({
      instead: (request) =>
        executed === initialised() - 1
          ? answerMcp(request, {
              tools: [],
              async call() {
                executed += 1;
                return textResult(`${executed}`);
              },
            })
          : gone(),
    });
    const client = await connect(server);
    for (let count = 1; count <= 50; count += 1)
      expect((await client.call(callOf())).text).toBe(`${count}`);
    expect(initialised()).toBe(50);
    expect(server.methods.filter((name) => name === "tools/call")).toHaveLength(99);
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
    expect(error).toMatchObject({ mayHaveRun: false, fault: "session-gone" });
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
