import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch, FakeWire } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { actionsOf, readRun } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";

const conversation = new Conversation();
const read = "BITBUCKET_LIST_BRANCHES";

describe("a router that cannot be used", () => {
  test.each<[string, () => Response, string]>([
    [
      "refuses the key",
      () => Response.json({ error: { message: "no" } }, { status: 401 }),
      "router_refused_key",
    ],
    [
      "answers with a page",
      () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      "router_failed",
    ],
  ])("that %s fails the run, and the chat goes on", async (_name, answer, code) => {
    conversation.wire.begin({ router: answer });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({ status: "failed", error: { code } });
    expect(conversation.wire.asked).toEqual([]);
    conversation.wire.begin({});
    expect((await readRun(await conversation.send("Again"))).metadata?.outcome).toEqual({
      status: "done",
    });
  });

  test("that is not there fails the run", async () => {
    const gone = await FakeWire.start();
    await gone.close();
    configure({ COMPOSIO_BASE_URL: gone.origin });
    try {
      conversation.wire.begin({});
      expect((await readRun(await conversation.send())).metadata?.outcome).toMatchObject({
        status: "failed",
        error: { code: "router_unreachable" },
      });
    } finally {
      configure({ COMPOSIO_BASE_URL: conversation.wire.origin });
    }
  });

  test("that never answers does not keep anybody from stopping", async () => {
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const silent = await FakeWire.start();
    silent.begin({
      router() {
        reach();
        return new Response(new ReadableStream());
      },
    });
    configure({ COMPOSIO_BASE_URL: silent.origin });
    try {
      conversation.wire.begin({});
      const runId = await conversation.send();
      await reached;
      await stopChat(conversation.userId, conversation.chatId);
      expect((await readRun(runId)).metadata?.outcome).toEqual({ status: "stopped" });
    } finally {
      configure({ COMPOSIO_BASE_URL: conversation.wire.origin });
      await silent.close();
    }
  });
});

describe("a session that was deleted at the router", () => {
  test("is replaced with the next run", async () => {
    conversation.wire.begin({});
    await readRun(await conversation.send());
    const before = conversation.wire.sessions.length;
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      router: (request) =>
        request.url.includes("/trs_") ? new Response("gone", { status: 404 }) : undefined,
    });
    const message = await readRun(await conversation.send("Again"));
    expect(actionsOf(message)[0]?.state).toMatchObject({ status: "failed" });
    conversation.wire.begin({
      router: (request) =>
        request.url.endsWith(`/trs_${before}`) ? new Response("gone", { status: 404 }) : undefined,
    });
    expect((await readRun(await conversation.send("Once more"))).metadata?.outcome).toEqual({
      status: "done",
    });
    expect(conversation.wire.sessions.length).toBe(before + 1);
  });

  test("sessions allow neither other toolkits nor remote code, and belong to the user's id", () => {
    expect(conversation.wire.sessions[0]).toMatchObject({
      user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      toolkits: { enable: ["bitbucket"] },
      workbench: { enable: false },
    });
    expect(conversation.wire.asked.join()).not.toContain("COMPOSIO_REMOTE");
  });
});

describe("a model that cannot be used", () => {
  beforeAll(() => configure({ MODEL_RETRY_DELAY_MS: "1" }));
  beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));

  test.each<[string, () => Response, string]>([
    [
      "refuses the key",
      () => Response.json({ error: { message: "sk-secret" } }, { status: 401 }),
      "model_refused_key",
    ],
    [
      "does not know the model",
      () => Response.json({ error: { message: "no" } }, { status: 404 }),
      "model_failed",
    ],
    [
      "says nothing",
      () => new Response("", { headers: { "content-type": "text/event-stream" } }),
      "model_unreadable",
    ],
    [
      "sends a page",
      () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      "model_unreadable",
    ],
    [
      "sends broken events",
      () =>
        new Response('data: {"type":\n\n', { headers: { "content-type": "text/event-stream" } }),
      "model_unreadable",
    ],
  ])("because it %s fails the run with a sentence", async (_name, answer, code) => {
    conversation.wire.begin({ model: answer });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({ status: "failed", error: { code } });
    expect(JSON.stringify(message)).not.toContain("sk-secret");
    expect(await conversation.stored()).toEqual(message);
  });

  test("is asked at most the given number of times", async () => {
    conversation.wire.begin({
      model: () => ({ calls: [dispatch([read, {}])] }),
      execute: () => ({ data: {} }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "limit", steps: 10 });
    expect(conversation.wire.asked).toHaveLength(10);
  });

  test("whose call nobody can read hears so, and nothing runs", async () => {
    const bad = { name: "COMPOSIO_MULTI_EXECUTE_TOOL", arguments: { tools: "all" } };
    conversation.wire.begin({
      model: (index) => (index === 0 ? { calls: [bad] } : { text: "Sorry." }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.asked[1]).toContain("nothing of it was run");
    expect(conversation.wire.sent).toEqual([]);
  });
});
