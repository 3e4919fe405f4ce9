import type { Page } from "@playwright/test";
import { expect, signInAsGuest, test } from "./support";

const background = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    if (!canvas) throw new Error("No canvas.");
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return (canvas.getImageData(0, 0, 1, 1).data[0] ?? 0) < 128 ? "dark" : "light";
  });
const themeColors = (page: Page) =>
  page
    .locator('meta[name="theme-color"]')
    .evaluateAll((metas) => metas.map((meta) => meta.getAttribute("content")));
const expectShown = async (page: Page, scheme: "light" | "dark") => {
  await expect.poll(() => background(page)).toBe(scheme);
  expect(await themeColors(page)).toEqual(Array(2).fill(scheme === "dark" ? "#181715" : "#fbfaf7"));
};

test("a theme is chosen in the menu or the settings, in all tabs, and is there at the first paint", async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await signInAsGuest(page);
  expect(await background(page)).toBe("light");
  expect(await themeColors(page)).toEqual(["#fbfaf7", "#181715"]);
  const settings = await context.newPage();
  await settings.goto("/settings");
  await expect(settings.getByRole("radio", { name: "As the system" })).toBeChecked();

  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expectShown(page, "dark");
  await expectShown(settings, "dark");
  await expect(settings.getByRole("radio", { name: "Dark" })).toBeChecked();

  // Without a script: what the server sends is dark already.
  const answer = await page.request.get("/");
  expect(await answer.text()).toMatch(/<html[^>]* data-theme="dark"/);
  consoleErrors.allow(/ERR_FAILED/);
  await page.route("**/*.js", (route) => route.abort());
  await page.goto("/settings", { waitUntil: "domcontentloaded" });
  await expectShown(page, "dark");
  await page.unroute("**/*.js");

  await settings.getByRole("radio", { name: "Light" }).check();
  await settings.emulateMedia({ colorScheme: "dark" });
  await expectShown(settings, "light");

  await settings.getByRole("radio", { name: "As the system" }).check();
  await expect.poll(() => background(settings)).toBe("dark");
  expect(await themeColors(settings)).toEqual(["#fbfaf7", "#181715"]);
  await settings.reload();
  expect(await background(settings)).toBe("dark");
});
