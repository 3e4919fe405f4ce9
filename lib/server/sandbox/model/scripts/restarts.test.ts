import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import { createFakeRouter, routerToolList } from "../testing/fake-router";

const order = "Create a branch feature/x off main in acme/api";

function start() {
  const router = createFakeRouter();
  return { ...startConversation(routerToolList, router.answer), inner: router.inner };
}

async function whole() {
  const { send, inner, calls } = start();
  return { text: await send(order), inner, steps: calls.length + 1 };
}

describe("going on after a restart", () => {
  it.each([0, 1, 9, 40])("says the rest of an answer that was cut at %d", async (length) => {
    const expected = await whole();
    const { send, inner } = start();
    expect(await send(order, 20, [{ step: expected.steps - 1, length }])).toBe(expected.text);
    expect(inner).toEqual(expected.inner);
  });

  it("says the rest after a second cut", async () => {
    const expected = await whole();
    const last = expected.steps - 1;
    const { send, inner } = start();
    const cuts = [
      { step: last, length: 8 },
      { step: last + 1, length: 6 },
    ];
    expect(await send(order, 20, cuts)).toBe(expected.text);
    expect(inner).toEqual(expected.inner);
  });

  it("is never silent, not even where nothing was left to say", async () => {
    const expected = await whole();
    const { send } = start();
    const answer = await send(order, 20, [{ step: expected.steps - 1, length: 10_000 }]);
    expect(answer).toBe(`${expected.text}\n\nThat is all.`);
  });

  it("makes every call once, wherever it is cut", async () => {
    const expected = await whole();
    for (let step = 0; step < expected.steps; step += 1) {
      const { send, inner, calls } = start();
      expect(await send(order, 20, [{ step, length: 12 }])).toContain("Created");
      expect(inner).toEqual(expected.inner);
      expect(calls).toHaveLength(expected.steps - 1);
    }
  });

  it("takes the note for no message of the person", async () => {
    const { send, inner } = start();
    expect(await send("Comment on the latest open issue", 20, [{ step: 0, length: 5 }])).toBe(
      "What should the comment say?",
    );
    await send("Thank you");
    expect(inner.at(-1)?.arguments).toMatchObject({ content: "Thank you" });
  });
});
