import type { Browser } from "@playwright/test";
import { median } from "../../support/quantile.ts";
import { readCounters, readSize } from "../browser/counters.ts";
import { visit } from "../browser/launch.ts";
import type { BrowserSubject } from "../browser/subjects.ts";
import { typeKeys } from "../browser/type-keys.ts";
import { untilUsable } from "../browser/until-usable.ts";
import type { Figure } from "../figures.ts";

const rounds = 5;
const keys = 40;

type Opened = {
  usable: number;
  task: number;
  elements: number;
  heap: number;
  keyPress: number;
  longest: number;
};

async function openOnce(browser: Browser, subject: BrowserSubject, count: number): Promise<Opened> {
  const visited = await visit(browser, subject);
  const { page } = visited;
  await page.goto(subject.longChat(count), { waitUntil: "commit" });
  const usable = await untilUsable(page, { messages: true, inSight: subject.name === "ours" });
  await page.waitForLoadState("networkidle");
  const { task } = await readCounters(visited);
  const { longTasks } = await page.evaluate(() => globalThis.observed);
  const size = await readSize(visited);
  await page.getByRole("textbox", { name: "Message" }).focus();
  const keyPress = await typeKeys(page, keys);
  await visited.close();
  return { usable, task, ...size, keyPress, longest: Math.max(0, ...longTasks) };
}

type Bounds = Partial<Record<keyof Opened, number>>;
const bounds: Bounds = { usable: 500, elements: 2_500, heap: 20, keyPress: 32 };

/** How much more a chat of ten times the length may cost. */
const tolerance = 1.2;

const rows: [key: keyof Opened, row: string, unit: string][] = [
  ["usable", "usable after", "ms"],
  ["task", "main thread until nothing is loaded any more", "ms"],
  ["longest", "longest task", "ms"],
  ["elements", "elements", "elements"],
  ["heap", "JavaScript heap", "MB"],
  ["keyPress", "key press → paint, p95", "ms"],
];

/** What it costs to open a chat that has gone on for long, and to write in it. */
export async function measureBrowserHistory(
  browser: Browser,
  subjects: readonly BrowserSubject[],
): Promise<Figure[]> {
  const of = async (count: number) => {
    const seen = new Map<string, Opened[]>(subjects.map(({ name }) => [name, []]));
    // The first round is not counted: the server has not opened this chat before.
    for (let round = 0; round <= rounds; round += 1)
      for (const subject of subjects) {
        const opened = await openOnce(browser, subject, count);
        if (round > 0) seen.get(subject.name)?.push(opened);
      }
    return (name: string, key: keyof Opened) =>
      median((seen.get(name) ?? []).map((one) => one[key]));
  };
  const short = await of(500);
  const long = await of(5_000);
  return rows.flatMap(([key, row, unit]): Figure[] => {
    const bound = bounds[key];
    const target = { bound: "at most" as const, of: "ours" as const };
    return [
      {
        row: `chat of 500 messages, 300 tool calls: ${row}`,
        unit,
        ours: short("ours", key),
        reference: { name: "minimal Next", value: short("minimal Next", key) },
        ...(bound ? { target: { ...target, value: bound } } : {}),
      },
      {
        row: `chat of 5,000 messages: ${row}`,
        unit,
        ours: long("ours", key),
        reference: { name: "minimal Next", value: long("minimal Next", key) },
        ...(bound ? { target: { ...target, value: short("ours", key) * tolerance } } : {}),
      },
    ];
  });
}
