import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createViteServer } from "vitest/node";
import { violations } from "./looks/accessibility";
import { showIn, views } from "./looks/views";
import { expect, test } from "./support";

/** The page of all stories as markup. It is for development alone, so the production build does not have it. */
async function storyMarkup(): Promise<string> {
  const vite = await createViteServer({
    configFile: "vitest.config.ts",
    server: { middlewareMode: true, ws: false },
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { StoryPage } = await vite.ssrLoadModule("/components/activity/stories/story-page.tsx");
    return renderToStaticMarkup(createElement(StoryPage));
  } finally {
    await vite.close();
  }
}

test("every story, in the styles of the build", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/signin");
  const { head, className } = await page.evaluate(() => ({
    head: [...document.querySelectorAll('link[rel="stylesheet"]')]
      .map((link) => link.outerHTML)
      .join(""),
    className: document.documentElement.className,
  }));
  const markup = await storyMarkup();
  const html = `<!doctype html><html lang="en" class="${className}"><head><title>Stories</title>${head}</head><body>${markup}</body></html>`;
  await page.route("**/stories", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await page.goto("/stories");
  expect(await page.locator("[data-story]").count()).toBeGreaterThan(100);
  for (const view of views) {
    await showIn(page, view);
    const where = `${view.width} px, ${view.colorScheme}`;
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, where).toBe(0);
    // So many cards take axe long: it looks at all of them once in each scheme.
    if (view.width < 1280) continue;
    const colorsOnly = view.colorScheme === "dark";
    expect(await violations(page, { colorsOnly }), where).toEqual([]);
  }
});
