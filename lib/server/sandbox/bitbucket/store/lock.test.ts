import { expect, test } from "vitest";
import { withLock } from "./lock";

test("tasks of one key run one after the other, in their order, also after a failure", async () => {
  const events: string[] = [];
  const task = (name: string, fails = false) =>
    withLock("key", async () => {
      events.push(`${name} starts`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([task("a"), task("b", true), task("c")]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(events).toEqual(["a starts", "a ends", "b starts", "b ends", "c starts", "c ends"]);
});

test("other keys do not wait, and nothing is kept once all is done", async () => {
  let release = () => {};
  const waiting = withLock("slow", () => new Promise<void>((resolve) => (release = resolve)));
  expect(await withLock("quick", async () => "done")).toBe("done");
  await new Promise((resolve) => setImmediate(resolve));
  release();
  await waiting;
  expect(globalThis.branchlineSandboxLocks?.size).toBe(0);
});
