import { expect, test } from "vitest";
import { untilAborted } from "./until-aborted.ts";

const never = new Promise<never>(() => {});

test("answers what the promise brings", async () => {
  expect(await untilAborted(Promise.resolve(1), new AbortController().signal)).toBe(1);
});

test("rejects with the reason when the signal is aborted, before or meanwhile", async () => {
  const controller = new AbortController();
  const waiting = untilAborted(never, controller.signal);
  controller.abort("stopped");
  await expect(waiting).rejects.toBe("stopped");
  await expect(untilAborted(never, controller.signal)).rejects.toBe("stopped");
});
