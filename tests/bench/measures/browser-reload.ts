import type { Browser, Page } from "@playwright/test";
import { median } from "../../support/quantile.ts";
import { visit } from "../browser/launch.ts";
import type { BrowserSubject } from "../browser/subjects.ts";
import { now } from "../clock.ts";
import type { Figure } from "../figures.ts";
import { promptFor } from "../prompt.ts";

const rounds = 3;
const interval = 5;
/** Pieces said before the page is loaded again. */
const lengths = [200, 4_000];

declare global {
  /** When the answer of the run's stream began, by this page's `Date.now`. */
  var streamBegan: number | undefined;
}

/** Runs in the page before anything else does. */
function noteStream(): void {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (response.url.includes("/stream")) globalThis.streamBegan ??= Date.now();
    return response;
  };
}

/**
 * Milliseconds from the beginning of the stream's answer until the page shows what the model had said by then.
 *
 * @param offset from the clock of the stamps to the page's
 */
function untilCaughtUp(page: Page, offset: number): Promise<number> {
  return page.evaluate(async (offset) => {
    const lastShown = () => {
      const text = [...document.querySelectorAll("article")].at(-1)?.textContent ?? "";
      const end = text.lastIndexOf(";");
      return Number(text.slice(text.lastIndexOf("@", end) + 1, end)) + offset;
    };
    const isCaughtUp = () =>
      globalThis.streamBegan !== undefined && lastShown() >= globalThis.streamBegan;
    while (!isCaughtUp()) await new Promise((resolve) => setTimeout(resolve, 4));
    return Date.now() - (globalThis.streamBegan ?? Number.NaN);
  }, offset);
}

async function reloadAfter(
  browser: Browser,
  subject: BrowserSubject,
  pieces: number,
): Promise<number> {
  const { page, close } = await visit(browser, subject);
  await page.addInitScript(noteStream);
  await page.goto(subject.origin, { waitUntil: "networkidle" });
  const composer = page.getByRole("textbox", { name: "Message" });
  await composer.fill(promptFor({ pieces: pieces + 2_000, interval, kind: "stamps" }));
  await composer.press("Enter");
  await page.getByText("asked@").first().waitFor();
  await page.waitForTimeout(pieces * interval);
  await page.reload({ waitUntil: "commit" });
  const caughtUp = await untilCaughtUp(page, Date.now() - now());
  await close();
  return caughtUp;
}

/** How soon a page that is loaded again in the middle of an answer has it all. */
export async function measureBrowserReload(
  browser: Browser,
  subjects: readonly BrowserSubject[],
): Promise<Figure[]> {
  const ours = subjects.find(({ name }) => name === "ours");
  if (!ours) throw new Error("This app is not among the subjects.");
  const figures: Figure[] = [];
  for (const pieces of lengths) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      times.push(await reloadAfter(browser, ours, pieces));
    figures.push({
      row: `reload after ${pieces.toLocaleString("en")} pieces: the stream's answer begins → all of it is shown`,
      unit: "ms",
      ours: median(times),
      target: { bound: "at most", value: 150, of: "ours" },
    });
  }
  return figures;
}
