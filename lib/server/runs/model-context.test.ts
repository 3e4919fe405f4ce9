import { beforeEach, describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { readRun, textOf } from "@/tests/support/run-reader";

const conversation = new Conversation();
beforeEach(() => configure({ OPENAI_CONTEXT_TOKENS: "1000" }));

const noticesOf = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));
const tooLong = () =>
  Response.json({ error: { message: "Long.", code: "context_length_exceeded" } }, { status: 400 });
const chapter = (number: number) => `chapter-${number} ${"x".repeat(1_200)}`;
const chaptersIn = (body = "") => [...body.matchAll(/chapter-(\d)/g)].map(([, number]) => number);

async function tell(count: number): Promise<void> {
  conversation.wire.begin({});
  for (let number = 1; number <= count; number += 1)
    await readRun(await conversation.send(chapter(number)));
}

describe("a conversation longer than the budget", () => {
  test("loses its oldest turns, and says so once in a run", async () => {
    await tell(4);
    conversation.wire.begin({
      model: (index) =>
        index === 0 ? { calls: [dispatch(["BITBUCKET_LIST_BRANCHES", {}])] } : { text: "Done." },
    });
    const message = await readRun(await conversation.send("And now?"));
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(noticesOf(message)).toEqual([{ kind: "shortened", messages: 4 }]);
    const [, last = ""] = conversation.wire.asked;
    const shown = JSON.stringify(JSON.parse(last).input).length / 4;
    expect(message.metadata?.context?.limit).toBe(1_000);
    // Estimated before it is put into the provider's words.
    expect(Math.abs((message.metadata?.context?.used ?? 0) - shown)).toBeLessThan(400);
    expect((await conversation.stored())?.metadata?.context).toEqual(message.metadata?.context);
    expect(conversation.wire.asked.map(chaptersIn)).toEqual([
      ["3", "4"],
      ["3", "4"],
    ]);
  });

  test("keeps the person's latest message, however long", async () => {
    await tell(1);
    const message = await readRun(await conversation.send(chapter(2).repeat(5)));
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(new Set(chaptersIn(conversation.wire.asked.at(-1)))).toEqual(new Set(["2"]));
  });
});

describe("a conversation longer than the provider takes", () => {
  beforeEach(() => configure({ OPENAI_CONTEXT_TOKENS: "" }));

  test("is halved until it is taken", async () => {
    await tell(6);
    conversation.wire.begin({
      model: (_index, body) => (body.length > 8_000 ? tooLong() : { text: "Read." }),
    });
    const message = await readRun(await conversation.send("Still there?"));
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(textOf(message)).toBe("Read.");
    expect(message.parts.filter(({ type }) => type === "step-start")).toHaveLength(1);
    const [notice, ...more] = noticesOf(message);
    expect(notice).toMatchObject({ kind: "shortened" });
    expect(more).toEqual([]);
    const [first, last] = [conversation.wire.asked[0], conversation.wire.asked.at(-1)];
    expect(chaptersIn(first)).toHaveLength(6);
    expect(chaptersIn(last).at(-1)).toBe("6");
  });

  test.each<[string, () => Response | { ending: object }]>([
    ["in an answer", tooLong],
    [
      "in a stream",
      () => ({ ending: { failed: { code: "context_length_exceeded", message: "Long." } } }),
    ],
  ])("%s for ever fails with the way on, after three requests at most", async (_name, answer) => {
    await tell(6);
    conversation.wire.begin({ model: answer as () => Response });
    const message = await readRun(await conversation.send("Still there?"));
    expect(message.metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: "context_too_long", hint: expect.stringContaining("new chat") },
    });
    expect(conversation.wire.asked.length).toBeLessThanOrEqual(3);
    conversation.wire.begin({});
    expect((await readRun(await conversation.send("Shorter"))).metadata?.outcome).toEqual({
      status: "done",
    });
  });
});
