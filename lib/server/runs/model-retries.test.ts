import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import type { NoticeView } from "@/lib/shared/notice";
import { Conversation } from "@/tests/support/conversation";
import { FakeWire } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { readRun, textOf } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";

const conversation = new Conversation();
beforeEach(() => {
  configure({ MODEL_RETRY_DELAY_MS: "1" });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

const noticesOf = (message: ChatMessage): NoticeView[] =>
  message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));
const retrying = (message: ChatMessage) =>
  noticesOf(message).some(({ kind }) => kind === "retrying");
const stepsOf = (message: ChatMessage) =>
  message.parts.filter(({ type }) => type === "step-start").length;
const failing = (status: number, headers: Record<string, string> = {}, code = "x") =>
  Response.json({ error: { message: "No.", code } }, { status, headers });

describe("a model that cannot answer for a moment", () => {
  test.each([408, 409, 429, 500, 502, 503, 529])(
    "because of a %i is asked again, and it is as if nothing had been",
    async (status) => {
      conversation.wire.begin({
        model: (index) => (index < 3 ? failing(status) : { text: "Here." }),
      });
      const message = await readRun(await conversation.send());
      expect(message.metadata?.outcome).toEqual({ status: "done" });
      expect(textOf(message)).toBe("Here.");
      expect(stepsOf(message)).toBe(1);
      expect(noticesOf(message)).toEqual([{ kind: "retried" }]);
      expect(conversation.wire.asked).toHaveLength(4);
      expect(await conversation.stored()).toEqual(message);
    },
  );

  test("says when it is asked again, and why", async () => {
    const before = Date.now();
    conversation.wire.begin({
      model: (index) =>
        index === 0 ? failing(429, { "retry-after-ms": "300" }) : { text: "Here." },
    });
    const runId = await conversation.send();
    const waiting = await readRun(runId, retrying);
    expect(stepsOf(waiting)).toBe(0);
    const [notice] = noticesOf(waiting);
    expect(notice).toMatchObject({ kind: "retrying", attempt: 1, error: { code: "model_busy" } });
    if (notice?.kind !== "retrying") throw new Error("Nothing is awaited.");
    expect(Date.parse(notice.until)).toBeGreaterThanOrEqual(before + 300);
    expect(textOf(await readRun(runId))).toBe("Here.");
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(notice.until));
  });

  test("is not asked again once somebody pressed stop, and stops at once", async () => {
    conversation.wire.begin({ model: () => failing(503, { "retry-after": "50" }) });
    const runId = await conversation.send();
    await readRun(runId, retrying);
    await stopChat(conversation.userId, conversation.chatId);
    const message = await readRun(runId);
    expect(message.metadata?.outcome).toEqual({ status: "stopped" });
    expect(noticesOf(message)).toEqual([{ kind: "retried" }]);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("because the stream begins with an error is asked again", async () => {
    const failed = { code: "server_error", message: "Down." };
    conversation.wire.begin({
      model: (index) => (index === 0 ? { ending: { failed } } : { text: "Here." }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(stepsOf(message)).toBe(1);
  });
});

describe("a model that cannot answer at all", () => {
  test("is asked four times within eight seconds by default, and the person's words are kept", async () => {
    configure({ MODEL_RETRY_DELAY_MS: "" });
    conversation.wire.begin({ model: () => failing(500) });
    const message = await readRun(await conversation.send("Keep this"));
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: "model_unavailable", hint: "Wait a moment and try again." },
    });
    expect(message.parts).toMatchObject([{ type: "data-notice", data: { kind: "retried" } }]);
    expect(conversation.wire.asked).toHaveLength(4);
    conversation.wire.begin({});
    await readRun(await conversation.send("Again"));
    expect(conversation.wire.asked[0]).toContain("Keep this");
  });

  test("because nothing listens there is asked four times", async () => {
    const gone = await FakeWire.start();
    await gone.close();
    configure({ OPENAI_BASE_URL: `${gone.origin}/v1` });
    try {
      const message = await readRun(await conversation.send());
      expect(message.metadata?.outcome).toMatchObject({ error: { code: "model_unreachable" } });
      expect(noticesOf(message)).toEqual([{ kind: "retried" }]);
    } finally {
      configure({ OPENAI_BASE_URL: `${conversation.wire.origin}/v1` });
    }
  });

  test("for longer than a minute is not waited for: the hint says when to come back", async () => {
    conversation.wire.begin({ model: () => failing(429, { "retry-after": "600" }) });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({
      error: {
        code: "model_busy",
        hint: expect.stringMatching(/in about 10 minutes, after \d\d:\d\d UTC/),
      },
    });
    expect(message.parts).toEqual([]);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test.each([
    [400, "x", "model_failed"],
    [401, "x", "model_refused_key"],
    [403, "x", "model_refused_key"],
    [404, "x", "model_failed"],
    [422, "x", "model_failed"],
    [429, "insufficient_quota", "model_quota_used_up"],
    [400, "content_filter", "model_withheld"],
  ])("because of a %i (%s) is asked once", async (status, code, expected) => {
    conversation.wire.begin({ model: () => failing(status, {}, code) });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: expected, hint: expect.any(String) },
    });
    expect(message.parts).toEqual([]);
    expect(conversation.wire.asked).toHaveLength(1);
  });
});
