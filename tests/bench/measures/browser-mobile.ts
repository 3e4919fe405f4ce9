import type { Browser } from "@playwright/test";
import { median } from "../../support/quantile.ts";
import { visit } from "../browser/launch.ts";
import type { BrowserSubject } from "../browser/subjects.ts";
import { untilUsable } from "../browser/until-usable.ts";
import type { Figure } from "../figures.ts";

const rounds = 5;

/** When the composer of a new chat takes keys: with nothing cached, on a slow phone and network. */
export async function measureBrowserMobile(
  browser: Browser,
  subjects: readonly BrowserSubject[],
): Promise<Figure[]> {
  const seen = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const subject of subjects) {
      const { page, close } = await visit(browser, { ...subject, mobile: true });
      await page.goto(subject.origin, { waitUntil: "commit" });
      const usable = await untilUsable(page, { messages: false, inSight: false });
      await close();
      if (round > 0) seen.get(subject.name)?.push(usable);
    }
  return [
    {
      row: "mobile profile: composer usable after",
      unit: "ms",
      ours: median(seen.get("ours") ?? []),
      reference: { name: "minimal Next", value: median(seen.get("minimal Next") ?? []) },
      target: { bound: "at most", value: 1.1, of: "ratio" },
      note: "4 × slower processor, slow 4G, nothing cached",
    },
  ];
}
