import { beforeEach, describe, expect, it, vi } from "vitest";
import { MessageQueue } from "./message-queue";
import { MemoryStorage } from "./testing/memory-storage";

const key = "branchline.queue.c";
let kept: MemoryStorage;
let elsewhere: ((event: { key: string | null }) => void) | undefined;

beforeEach(() => {
  kept = new MemoryStorage();
  vi.stubGlobal("localStorage", kept);
  vi.stubGlobal("addEventListener", (_type: string, listener: typeof elsewhere) => {
    elsewhere = listener;
  });
  vi.stubGlobal("removeEventListener", () => {
    elsewhere = undefined;
  });
  return () => vi.unstubAllGlobals();
});

const texts = (queue: MessageQueue) => queue.read().map(({ text }) => text);

describe("the queue", () => {
  it("keeps messages in their order and with their ids, also for the page after a reload", () => {
    const queue = new MessageQueue("c");
    queue.add("One");
    queue.add("Two");
    const [first] = queue.read();
    const reloaded = new MessageQueue("c");
    expect(reloaded.read()).toEqual(queue.read());
    queue.remove(first?.id ?? "");
    expect(texts(queue)).toEqual(["Two"]);
    expect(texts(new MessageQueue("other"))).toEqual([]);
  });

  it("leaves nothing behind when it is empty", () => {
    const queue = new MessageQueue("c");
    queue.add("One");
    queue.remove(queue.read()[0]?.id ?? "");
    expect(Object.keys(kept)).toEqual([]);
  });

  it("tells what changed here and in other tabs, and is the same array until then", () => {
    const queue = new MessageQueue("c");
    const listener = vi.fn<() => void>();
    const end = queue.subscribe(listener);
    expect(queue.read()).toBe(queue.read());
    queue.add("One");
    expect(listener).toHaveBeenCalledOnce();
    new MessageQueue("c").add("Two");
    elsewhere?.({ key: "something else" });
    expect(texts(queue)).toEqual(["One"]);
    elsewhere?.({ key });
    expect(texts(queue)).toEqual(["One", "Two"]);
    end();
    expect(elsewhere).toBeUndefined();
  });

  it.each(["{", "[1]", '[{"id":"x","text":"y"}]', "null", '"text"'])(
    "is empty where %j is kept, and can be written to",
    (text) => {
      kept.setItem(key, text);
      const queue = new MessageQueue("c");
      expect(texts(queue)).toEqual([]);
      queue.add("One");
      expect(texts(new MessageQueue("c"))).toEqual(["One"]);
    },
  );

  it("works for this page alone where nothing can be kept", () => {
    vi.stubGlobal("localStorage", undefined);
    const queue = new MessageQueue("c");
    queue.add("One");
    expect(texts(queue)).toEqual(["One"]);
  });
});
