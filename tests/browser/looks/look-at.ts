import { expect, type Page } from "@playwright/test";
import { violations } from "./accessibility";
import type { State } from "./gallery";
import { picture } from "./picture";
import { showIn, type View, views } from "./views";

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(() => {
    const conversation = document.querySelector('section[aria-label="Conversation"]');
    return [document.documentElement, ...(conversation ? [conversation] : [])].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    );
  });
  expect(Math.max(...overflow), `scrolls sideways: ${where}`).toBe(0);
}

async function lookIn(page: Page, state: State, view: View): Promise<void> {
  const where = `${state}, ${view.width} px, ${view.colorScheme}`;
  await showIn(page, view);
  await expectNoSidewaysScroll(page, where);
  // What is laid out is the same in the dark.
  const colorsOnly = view.colorScheme === "dark";
  expect(await violations(page, { colorsOnly }), where).toEqual([]);
  if ("picture" in view) await picture(page, state, view.picture);
}

/**
 * Looks at the page as it stands, in every window and colour scheme: nothing scrolls sideways, also not at 320 px, and axe
 * finds nothing. Takes the documentation's pictures on the way.
 */
export async function lookAt(
  page: Page,
  state: State,
  { only = () => true }: { only?: (view: View) => boolean } = {},
): Promise<void> {
  const before = page.viewportSize();
  for (const view of views.filter(only)) await lookIn(page, state, view);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, `${state}, 320 px`);
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}

/** What exists on a small screen only. */
export const onPhone = { only: ({ width }: View) => width === 390 };
