import type { Page } from "@playwright/test";
import { untilSettled } from "./look-around";

/** Shows a document of ours that holds this HTML as it is, under the headers the server sends: the product has no such page. */
export async function showRaw(page: Page, origin: string, html: string): Promise<void> {
  const address = `${origin}/signin`;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = `<!doctype html><title>Raw</title><body>${html}`;
    await route.fulfill({ headers: response.headers(), body });
  });
  await page.goto(address);
  // One that leaves the page cannot be waited for on it.
  await untilSettled(page).catch(() => undefined);
  await page.unroute(address);
}
