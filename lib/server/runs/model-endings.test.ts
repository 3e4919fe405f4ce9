import { describe, expect, test } from "vitest";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import type { ModelStep } from "@/tests/support/model-stream";
import { actionsOf, readRun, textOf } from "@/tests/support/run-reader";

const conversation = new Conversation();
const read = "BITBUCKET_LIST_BRANCHES";
const limit = { code: "rate_limit_exceeded", message: "Slow down." };

describe("an answer that ends otherwise than it should", () => {
  test.each<[string, ModelStep, string]>([
    ["is declined", { refusal: "I will not." }, "model_declined"],
    ["is filtered", { text: "Well", ending: { incomplete: "content_filter" } }, "model_withheld"],
    [
      "is filtered before its first word",
      { ending: { incomplete: "content_filter" } },
      "model_withheld",
    ],
    [
      "is too long",
      { text: "Once upon", ending: { incomplete: "max_output_tokens" } },
      "model_length_reached",
    ],
    ["is all thought", { ending: { incomplete: "max_output_tokens" } }, "model_length_reached"],
    ["fails", { text: "Well", ending: { failed: limit } }, "model_busy"],
    ["meets an error", { text: "Well", ending: { error: limit } }, "model_busy"],
    [
      "ends for a new reason",
      { text: "Well", ending: { incomplete: "moon" } },
      "model_interrupted",
    ],
  ])("because it %s is kept as far as it came, and says why", async (_name, step, code) => {
    conversation.wire.begin({ model: () => step });
    const message = await readRun(await conversation.send());
    expect(textOf(message)).toBe(step.text ?? step.refusal ?? "");
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code, hint: expect.any(String) },
    });
    expect(await conversation.stored()).toEqual(message);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("with a call in it runs nothing", async () => {
    conversation.wire.begin({
      model: () => ({
        calls: [dispatch([read, {}])],
        ending: { incomplete: "max_output_tokens" },
      }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({ error: { code: "model_length_reached" } });
    expect(conversation.wire.sent).toEqual([]);
  });
});

describe("a call that cannot be read", () => {
  const name = "COMPOSIO_MULTI_EXECUTE_TOOL";
  test.each<[string, NonNullable<ModelStep["calls"]>[number], string]>([
    ["is no JSON", { name, arguments: '{"tools": [' }, "JSON parsing failed"],
    ["is no object", { name, arguments: "[1]" }, "have to be a JSON object"],
    ["is text", { name, arguments: '"all"' }, "have to be a JSON object"],
    ["calls a tool there is not", { name: "DELETE_ALL", arguments: {} }, "unavailable tool"],
  ])("because it %s is not run, and the model can correct it", async (_name, call, told) => {
    conversation.wire.begin({
      model: (index) =>
        index === 0
          ? { calls: [call] }
          : index === 1
            ? { calls: [dispatch([read, {}])] }
            : {
                text: "Done.",
              },
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.asked[1]).toContain(told);
    expect(conversation.sentTools()).toEqual([read]);
    expect(actionsOf(message)).toHaveLength(1);
  });

  test("again and again ends the run with a sentence", async () => {
    conversation.wire.begin({ model: () => ({ calls: [{ name, arguments: "{" }] }) });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: "model_failed", message: expect.stringContaining("again and again") },
    });
    expect(conversation.wire.asked).toHaveLength(3);
    expect(conversation.wire.sent).toEqual([]);
  });
});

describe("what models do with what they are sent back", () => {
  test("calls with the same id in two steps are two calls, each with its own result", async () => {
    const call = (number: number) => ({ ...dispatch([read, { number }]), id: "call_1" });
    conversation.wire.begin({
      model: (index) => (index < 2 ? { calls: [call(index)] } : { text: "Done." }),
      execute: (sent) => ({ data: { answerTo: sent.arguments.number } }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.sent.map((sent) => sent.arguments.number)).toEqual([0, 1]);
    const results = message.parts.flatMap((part) =>
      part.type === "dynamic-tool" ? JSON.stringify(part.output) : [],
    );
    expect(results).toEqual([
      expect.stringContaining('"answerTo":0'),
      expect.stringContaining('"answerTo":1'),
    ]);
  });

  test.each([undefined, "sealed"])(
    "a thought that is sealed with %j does not break the next prompt",
    async (encrypted) => {
      const thought = { summary: "Let me look.", ...(encrypted ? { encrypted } : {}) };
      conversation.wire.begin({
        model: (index) =>
          index === 0 ? { thought, calls: [dispatch([read, {}])] } : { text: "Done." },
      });
      const message = await readRun(await conversation.send());
      expect(message.metadata?.outcome).toEqual({ status: "done" });
      const { input } = JSON.parse(conversation.wire.asked[1] ?? "") as {
        input: { type?: string; encrypted_content?: string }[];
      };
      const thoughts = input.filter(({ type }) => type === "reasoning");
      expect(thoughts.map((item) => item.encrypted_content)).toEqual(encrypted ? [encrypted] : []);
      // And whoever comes later can read it.
      expect((await conversation.stored())?.parts).toContainEqual(
        expect.objectContaining({ type: "reasoning", text: "Let me look.", state: "done" }),
      );
    },
  );
});
