import type { Page } from "@playwright/test";

/** Unfolds what a page shows only when it is asked for. */
export async function openAll(page: Page): Promise<void> {
  const folded = page.locator('main [aria-expanded="false"], main details:not([open]) > summary');
  await page.locator("main").waitFor();
  // What unfolds may hold more of its kind.
  for (let round = 0; round < 3 && (await folded.count()) > 0; round += 1)
    await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        'main [aria-expanded="false"]:not([aria-haspopup]), main details:not([open]) > summary',
      );
      for (const control of controls) control.click();
    });
}

/** Returns when the page has been drawn and its browser has nothing better to do. */
export async function untilSettled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve()));
      }),
  );
}

/** What none of our pages holds: handlers in markup, scripts without a nonce, addresses that run, embedded documents. */
export function foreignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = [...document.querySelectorAll("*")].filter((element) => {
      const handler = element.getAttributeNames().some((name) => name.startsWith("on"));
      const running = /^\s*(javascript|data|vbscript):/i.test(element.getAttribute("href") ?? "");
      const script = element instanceof HTMLScriptElement && element.nonce === "" && !element.src;
      return handler || running || script || element.matches("iframe, frame, object, embed, base");
    });
    return foreign.map((element) => element.outerHTML.slice(0, 200));
  });
}
