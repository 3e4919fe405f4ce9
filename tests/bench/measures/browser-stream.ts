import type { Browser } from "@playwright/test";
import { median } from "../../support/quantile.ts";
import { readCounters } from "../browser/counters.ts";
import { type Visit, visit } from "../browser/launch.ts";
import type { BrowserSubject } from "../browser/subjects.ts";
import { typeKeys } from "../browser/type-keys.ts";
import type { Figure } from "../figures.ts";
import { markdownPieces } from "../markdown.ts";
import { promptFor } from "../prompt.ts";

const rounds = 3;
/** 20 seconds, 9 kB. */
const answer = { pieces: 2_000, interval: 10, kind: "markdown" } as const;
const text = markdownPieces(answer.pieces).join("");
/** Of the answer's last chapter. */
const heading = text.match(/Chapter \d+: what was found/g)?.at(-1) ?? "";
const ending = "Nothing was merged without a review.";
const keys = 100;

type Watched = {
  task: number;
  script: number;
  layout: number;
  style: number;
  longTasks: number;
  longest: number;
  keyPress: number;
};

/** Asks on a new page, and waits until the answer has begun. */
async function begin(browser: Browser, subject: BrowserSubject): Promise<Visit> {
  const visited = await visit(browser, subject);
  const { page } = visited;
  await page.goto(subject.origin, { waitUntil: "networkidle" });
  const composer = page.getByRole("textbox", { name: "Message" });
  await composer.fill(promptFor(answer));
  await composer.press("Enter");
  await page.getByText("Chapter 1").first().waitFor();
  return visited;
}

/** Asks the page seldom: that costs it time. */
async function untilWhole({ page }: Visit): Promise<void> {
  await page.waitForTimeout((answer.pieces - 100) * answer.interval);
  await page.waitForFunction(
    ({ heading, ending }) =>
      document.querySelector("main")?.textContent.split(heading)[1]?.includes(ending),
    { heading, ending },
    { polling: 250 },
  );
}

async function watch(browser: Browser, subject: BrowserSubject): Promise<Watched> {
  const visited = await begin(browser, subject);
  const before = await readCounters(visited);
  await untilWhole(visited);
  const after = await readCounters(visited);
  const { longTasks } = await visited.page.evaluate(() => globalThis.observed);
  await visited.close();
  const typing = await begin(browser, subject);
  const keyPress = await typeKeys(typing.page, keys);
  await typing.close();
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    layout: after.layout - before.layout,
    style: after.style - before.style,
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    keyPress,
  };
}

/** What a page pays for an answer that is written on it, and what typing costs meanwhile. */
export async function measureBrowserStream(
  browser: Browser,
  subjects: readonly BrowserSubject[],
): Promise<Figure[]> {
  const seen = new Map<string, Watched[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const subject of subjects) seen.get(subject.name)?.push(await watch(browser, subject));
  const of = (name: string, key: keyof Watched) =>
    median((seen.get(name) ?? []).map((one) => one[key]));
  const figure = (row: string, unit: string, key: keyof Watched): Figure => ({
    row: `markdown answer of 2,000 pieces: ${row}`,
    unit,
    ours: of("ours", key),
    reference: { name: "minimal Next", value: of("minimal Next", key) },
  });
  return [
    {
      ...figure("main thread", "ms", "task"),
      target: { bound: "at most", value: 4_000, of: "ours" },
      note: "the reference shows it as plain text",
    },
    figure("script", "ms", "script"),
    figure("layout", "ms", "layout"),
    figure("style", "ms", "style"),
    {
      ...figure("tasks of more than 50 ms", "tasks", "longTasks"),
      target: { bound: "at most", value: 0, of: "ours" },
    },
    figure("longest task", "ms", "longest"),
    {
      ...figure("key press → paint meanwhile, p95", "ms", "keyPress"),
      target: { bound: "at most", value: 32, of: "ours" },
    },
  ];
}
