import type { Page } from "@playwright/test";

/** The windows in which every state is looked at. `picture` names those that go into the documentation. */
export const views = [
  { width: 1280, height: 800, colorScheme: "light", picture: "wide" },
  { width: 1280, height: 800, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark", picture: "phone" },
] as const;

export type View = (typeof views)[number];

export async function showIn(page: Page, { width, height, colorScheme }: View): Promise<void> {
  await page.emulateMedia({ colorScheme });
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height });
}
