import { beforeAll, describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "@/tests/support/conversation";
import { configure } from "@/tests/support/installation";
import { modelStreamText, stalledStream } from "@/tests/support/model-stream";
import { readRun, textOf } from "@/tests/support/run-reader";

const conversation = new Conversation();
beforeAll(() =>
  configure({
    MODEL_FIRST_CHUNK_TIMEOUT_MS: "400",
    MODEL_CHUNK_TIMEOUT_MS: "300",
    MODEL_TOTAL_TIMEOUT_MS: "900",
  }),
);

/** An answer up to and with the event that has this in it. */
function upTo(mark: string): string {
  const text = modelStreamText({ text: "Half of it." });
  return text.slice(0, text.indexOf("\n\n", text.indexOf(mark)) + 2);
}

async function run(model: () => Response | Promise<Response>): Promise<ChatMessage> {
  conversation.wire.begin({ model });
  return readRun(await conversation.send());
}

const errorOf = (message: ChatMessage) =>
  message.metadata?.outcome?.status === "failed" ? message.metadata.outcome.error : undefined;

describe("a model that falls silent", () => {
  test.each<[string, () => Response | Promise<Response>]>([
    ["before its headers", () => new Promise<Response>(() => {})],
    ["after its headers", () => stalledStream("")],
    ["behind comments that keep the connection open", () => stalledStream("", ": keep-alive\n\n")],
    ["before its first word", () => stalledStream(upTo("output_item.added"))],
  ])("%s is given up after the limit for the first word", async (_when, answer) => {
    const message = await run(answer);
    expect(errorOf(message)).toMatchObject({
      code: "model_stalled",
      message: "The model said nothing for 0.4 seconds.",
    });
    expect(message.parts).toEqual([]);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test.each([undefined, ": keep-alive\n\n"])(
    "in the middle of its words is given up, and they are kept (%j meanwhile)",
    async (comment) => {
      const message = await run(() => stalledStream(upTo("Half"), comment));
      expect(errorOf(message)).toMatchObject({
        code: "model_stalled",
        message: "The model said nothing for 0.3 seconds.",
      });
      expect(textOf(message)).toBe("Half ");
      expect(await conversation.stored()).toEqual(message);
    },
  );

  test("never, but never comes to an end either, is given up after the limit for all", async () => {
    const [delta = ""] = upTo("Half").match(/event: response.output_text.delta\n.*\n\n/) ?? [];
    const message = await run(() => stalledStream(upTo("Half"), delta));
    expect(errorOf(message)).toMatchObject({
      message: "The model's answer took longer than 0.9 seconds.",
    });
    expect(textOf(message)).toMatch(/^(Half )+$/);
  });
});
