import { expect, test } from "vitest";
import { hearOtherTabs, tellOtherTabs } from "./other-tabs";

test("every listener is told, until it stops listening", async () => {
  const left: string[] = [];
  hearOtherTabs(() => left.push("left"))();
  const told = Promise.withResolvers<void>();
  const stop = hearOtherTabs(told.resolve);
  tellOtherTabs();
  await told.promise;
  stop();
  expect(left).toEqual([]);
});
