import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { cutStream, eventStream, modelStreamText } from "@/tests/support/model-stream";
import { takeTurn } from "@/tests/support/model-turn";
import { actionsOf, readRun, textOf } from "@/tests/support/run-reader";
import { seededRandom } from "@/tests/support/seeded-random";

const conversation = new Conversation();
beforeEach(() => {
  configure({ MODEL_RETRY_DELAY_MS: "1" });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

const streams = 200;
const random = seededRandom(35);
const upTo = (end: number) => Math.floor(random() * end);
const pick = <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item;

/** A good answer, whole. */
const valid = () =>
  modelStreamText({
    ...(random() < 0.3 ? { thought: { summary: "Let me see." } } : {}),
    text: "Here are the branches of the repository, one by one.",
    calls: random() < 0.5 ? [dispatch(["BITBUCKET_LIST_BRANCHES", { repo_slug: "api" }])] : [],
  });

const bytesOf = (text: string) => new TextEncoder().encode(text);
const linesOf = (text: string) => text.split("\n");
const joined = (lines: readonly string[]) => eventStream(lines.join("\n"));

/** Ways to spoil a good answer. */
const spoilers: Record<string, (text: string) => Response> = {
  "cut off": (text) => cutStream(bytesOf(text), 1 + upTo(text.length)),
  "ended early": (text) => eventStream(text.slice(0, upTo(text.length))),
  "bytes flipped"(text) {
    const bytes = bytesOf(text);
    for (let count = 1 + upTo(8); count > 0; count -= 1) {
      const place = upTo(bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << upTo(8));
    }
    return eventStream(bytes);
  },
  "bytes that are no text"(text) {
    const bytes = bytesOf(text);
    bytes.set([0xff, 0xc0, 0x80], upTo(bytes.length - 3));
    return eventStream(bytes);
  },
  "lines dropped": (text) => joined(linesOf(text).filter(() => random() > 0.15)),
  "lines twice": (text) =>
    joined(linesOf(text).flatMap((line) => (random() < 0.2 ? [line, line] : [line]))),
  "lines out of order"(text) {
    const lines = linesOf(text);
    for (let count = 1 + upTo(4); count > 0; count -= 1) {
      const [one, other] = [upTo(lines.length), upTo(lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
    }
    return joined(lines);
  },
  "events twice": (text) =>
    eventStream(text.replaceAll(/event: .*\n.*\n\n/g, (event) => event.repeat(1 + upTo(2)))),
  "events dropped": (text) =>
    eventStream(text.replaceAll(/event: .*\n.*\n\n/g, (event) => (random() < 0.2 ? "" : event))),
  "unknown events": (text) =>
    eventStream(text.replaceAll("\n\n", '\n\ndata: {"type":"response.moon","phase":7}\n\n')),
  "types changed": (text) => eventStream(text.replaceAll("output_text.delta", "output_text.delt")),
  "numbers for words": (text) => eventStream(text.replaceAll(/"delta":"[^"]*"/g, '"delta":7')),
  "arguments cut": (text) =>
    eventStream(text.replaceAll(/"arguments":"(.{9}).*?[^\\]"/g, '"arguments":"$1"')),
  "a page": () =>
    new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } }),
  "another type": (text) => new Response(text, { headers: { "content-type": "text/plain" } }),
  "JSON in its place": () => Response.json({ output: [{ type: "message", content: [] }] }),
  "nothing in it": () => eventStream(modelStreamText({})),
  "only spaces": () => eventStream(modelStreamText({ text: " \n " })),
  "nothing at all": () => eventStream(""),
};

/** Whether a message shows a person nothing: no words and no work. */
const isBlank = (message: ChatMessage) =>
  textOf(message).trim() === "" && !message.parts.some(({ type }) => type === "dynamic-tool");

describe("a spoiled answer", () => {
  test(`is never blank and never calls with what is no object, in ${streams} streams`, async () => {
    const ends: Record<string, number> = {};
    for (let count = 0; count < streams; count += 1) {
      const [name, spoil] = pick(Object.entries(spoilers));
      conversation.wire.begin({ model: () => spoil(valid()) });
      const { message, failed } = await takeTurn();
      expect(failed ?? "", name).toMatch(/^(model_(interrupted|unreadable|unreachable))?$/);
      expect(failed === null && isBlank(message), `${name}: ${JSON.stringify(message)}`).toBe(
        false,
      );
      for (const part of message.parts)
        if (part.type === "dynamic-tool" && part.state === "input-available")
          expect(part.input, name).toBeTypeOf("object");
      ends[failed ?? "answered"] = (ends[failed ?? "answered"] ?? 0) + 1;
    }
    process.stdout.write(`${streams} spoiled streams: 0 blank, ${JSON.stringify(ends)}\n`);
  }, 120_000);

  test.each(Object.entries(spoilers))(
    "with %s ends in words, work or a reason",
    async (_name, spoil) => {
      conversation.chatId = randomUUID();
      conversation.wire.begin({
        model: (index) => (index < 5 ? spoil(valid()) : { text: "Enough." }),
      });
      const message = await readRun(await conversation.send());
      const { outcome } = message.metadata ?? {};
      expect(outcome?.status).toMatch(/^(done|failed)$/);
      expect(outcome?.status === "done" && isBlank(message)).toBe(false);
      expect(await conversation.stored()).toEqual(message);
      const ran = actionsOf(message).filter(({ state }) => state.status === "succeeded");
      expect(conversation.wire.sent).toHaveLength(ran.length);
    },
  );
});
