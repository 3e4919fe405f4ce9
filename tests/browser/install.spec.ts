import { z } from "zod";
import { expect, signInAsGuest, test } from "./support";

const manifestSchema = z.object({
  icons: z.array(z.object({ src: z.string(), sizes: z.string() })),
  shortcuts: z.array(z.object({ url: z.string() })),
});

test("a browser can install the app, and finds in it what the manifest names", async ({ page }) => {
  await signInAsGuest(page);
  const browser = await page.context().newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // Tests run in windows that keep nothing, in which nothing is installed.
  const inTests = ["in-incognito"];
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => !inTests.includes(id)),
  ).toEqual([]);

  const { icons, shortcuts } = manifestSchema.parse(JSON.parse(data ?? ""));
  for (const { src, sizes } of icons) {
    const found = await page.evaluate(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    expect(found, src).toBe(sizes);
  }
  for (const { url } of shortcuts) expect((await page.request.get(url)).status(), url).toBe(200);
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  expect((await page.request.get(apple ?? "")).headers()["content-type"]).toBe("image/png");
});
