import { expect, test } from "vitest";
import { markupOf } from "@/tests/support/markup";
import { ContextGauge } from "./context-gauge";

const gauge = (used: number) =>
  markupOf(<ContextGauge fill={{ used, limit: 1_000 }} chatId="one" />);

test.each([
  [0, "0 %"],
  [424, "42 %"],
  [5_000, "100 %"],
])("%d of 1,000 tokens are %s", (used, percent) => {
  expect(gauge(used)).toContain(`memory of this chat is ${percent} full`);
});

test("only what is nearly full is coloured", () => {
  expect(gauge(790)).not.toContain("stroke-warning");
  expect(gauge(800)).toContain("stroke-warning");
});
