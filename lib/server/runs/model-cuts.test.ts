import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { cutStream, modelStreamText } from "@/tests/support/model-stream";
import { readRun, textOf } from "@/tests/support/run-reader";

const conversation = new Conversation();
beforeAll(() => configure({ MODEL_RETRY_DELAY_MS: "1" }));
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));

const event = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
/** Words of one to four bytes a character, in pieces. */
const words = Array.from({ length: 40 }, (_, index) => `wörd ${index} → 😀 `);
const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
const answer = [
  event({ type: "response.output_item.added", output_index: 0, item }),
  ...words.map((delta) => event({ type: "response.output_text.delta", ...place, delta })),
  event({ type: "response.output_item.done", output_index: 0, item }),
].join("");
const bytes = new TextEncoder().encode(answer);

/** The words whose events are whole within the first so many bytes. */
function wholeWords(offset: number): string {
  const arrived = new TextDecoder().decode(bytes.slice(0, offset)).split("\n\n").slice(0, -1);
  return words.slice(0, Math.max(0, arrived.length - 1)).join("");
}

describe("an answer that is cut off", () => {
  const offsets = Array.from({ length: 20 }, (_, index) =>
    Math.floor(((index + 1) * bytes.length) / 20),
  );

  test.each(offsets)("after %i bytes keeps every word that came whole", async (offset) => {
    conversation.wire.begin({
      model: (index) => (index === 0 ? cutStream(bytes, offset) : { text: "Not again." }),
    });
    const message = await readRun(await conversation.send());
    expect(wholeWords(offset)).not.toBe("");
    expect(textOf(message)).toBe(wholeWords(offset));
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: "model_interrupted", hint: expect.any(String) },
    });
    expect(await conversation.stored()).toEqual(message);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("before its first word is asked for again", async () => {
    conversation.wire.begin({
      model: (index) => (index === 0 ? cutStream(bytes, 200) : { text: "Whole." }),
    });
    const message = await readRun(await conversation.send());
    expect(wholeWords(200)).toBe("");
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(textOf(message)).toBe("Whole.");
  });

  test("after a call runs nothing of it, and the next turn knows", async () => {
    const step = modelStreamText({ calls: [dispatch(["BITBUCKET_LIST_BRANCHES", {}])] });
    const untilTheEnd = step.slice(0, step.indexOf("event: response.completed"));
    const cut = new TextEncoder().encode(untilTheEnd);
    conversation.wire.begin({ model: () => cutStream(cut, cut.length) });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toMatchObject({ error: { code: "model_interrupted" } });
    expect(conversation.wire.sent).toEqual([]);
    expect(message.parts.filter(({ type }) => type === "dynamic-tool")).toMatchObject([
      { state: "output-available", output: { successful: false, cancelled: true } },
    ]);
    conversation.wire.begin({});
    await readRun(await conversation.send("Continue"));
    expect(conversation.wire.asked[0]).toContain("stopped before it ran");
  });
});
