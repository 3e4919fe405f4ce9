import { expect, signInAsGuest, test } from "./support";

test.describe("whose browser wishes for German", () => {
  test.use({ locale: "de-DE" });

  test("reads German from the first page on", async ({ page }) => {
    await page.goto("/signin");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("button", { name: "Als Gast fortfahren" })).toBeEnabled();
    await expect(page).toHaveTitle("Anmelden – Branchline");
  });
});

test("whoever chooses a language keeps it, whatever the browser wishes for", async ({ page }) => {
  await signInAsGuest(page);
  await page.goto("/settings");
  await page.getByLabel("Language").selectOption({ label: "Deutsch" });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto("/settings");
  await page.getByLabel("Sprache").selectOption({ label: "English" });
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a language is fetched alone", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) scripts.push(await response.text());
  });
  await page.goto("/signin", { waitUntil: "networkidle" });
  const fetched = scripts.join("\n");
  expect(fetched).toContain("Continue as guest");
  expect(fetched).not.toContain("Als Gast fortfahren");
});
