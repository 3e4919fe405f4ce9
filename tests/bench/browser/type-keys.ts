import type { Page } from "@playwright/test";
import { quantile } from "../../support/quantile.ts";

/** Milliseconds between two keys: a fast typist. */
const pace = 100;
/** Every press that the page does not report was painted within this many milliseconds. */
const unreported = 16;

const words = "the quick brown fox jumps over the lazy dog ";

/** Presses so many keys in the focused field. Resolves to the 95th percentile of the milliseconds from press to paint. */
export async function typeKeys(page: Page, count: number): Promise<number> {
  const before = await page.evaluate(() => globalThis.observed.keyPresses.length);
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(words[index % words.length] ?? " ");
    await page.waitForTimeout(pace);
  }
  const reported = await page.evaluate(
    (from) => globalThis.observed.keyPresses.slice(from),
    before,
  );
  const rest = Array.from({ length: Math.max(0, count - reported.length) }, () => unreported);
  return quantile([...reported, ...rest], 0.95);
}
