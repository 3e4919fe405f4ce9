import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import type { State } from "./gallery";

const folder = join("docs", "gallery");
/** A picture is kept while no more of its pixels than this share are others: clocks and anti-aliasing are not news. */
const tolerance = 0.005;
/** In a channel of 0 to 255. */
const visibleDifference = 24;

async function differs(path: string, png: Buffer): Promise<boolean> {
  if (!existsSync(path)) return true;
  const [before, now] = await Promise.all(
    [path, png].map((image) => sharp(image).removeAlpha().raw().toBuffer()),
  );
  if (!before || before.length !== now?.length) return true;
  const changed = before.filter(
    (value, at) => Math.abs(value - (now[at] ?? 0)) > visibleDifference,
  );
  return changed.length / before.length > tolerance;
}

/** Writes a picture for the documentation when the run was asked to (`npm run gallery`) and it is not the one that is there. */
export async function picture(page: Page, state: State, view: string): Promise<void> {
  if (process.env.GALLERY !== "1") return;
  const shot = await page.screenshot({
    animations: "disabled",
    caret: "hide",
    // Different every time, and nobody's business.
    mask: [page.getByRole("textbox", { name: "Link" }), page.getByText("@example.com")],
    maskColor: "#8a8a84",
  });
  const png = await sharp(shot).png({ palette: true, colours: 48, effort: 10 }).toBuffer();
  const path = join(folder, `${state}-${view}.png`);
  mkdirSync(folder, { recursive: true });
  if (await differs(path, png)) writeFileSync(path, png);
}
