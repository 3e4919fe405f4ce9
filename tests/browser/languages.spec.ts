import { connectSilently } from "./api";
import { approvalCard, expect, signInAsGuest, test } from "./support";

test.describe("whose browser wishes for German", () => {
  test.use({ locale: "de-DE" });

  test("reads German from the first page on", async ({ page }) => {
    await page.goto("/signin");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("button", { name: "Als Gast fortfahren" })).toBeEnabled();
    await expect(page).toHaveTitle("Anmelden – Branchline");
  });
});

test.describe("a conversation in German", () => {
  test.use({ locale: "de-DE" });

  test("is offered, asked and decided in German", async ({ page, baseURL }) => {
    const guest = { headers: { origin: baseURL ?? "" }, data: {} };
    expect((await page.request.post("/api/auth/guest", guest)).ok()).toBe(true);
    await page.goto("/");
    await expect(
      page.getByRole("heading", { name: "Was soll in Bitbucket geschehen?" }),
    ).toBeVisible();
    await connectSilently(page, "jane-acme");
    await page.goto("/");
    const box = page.getByRole("textbox", { name: "Nachricht" });
    await box.fill("Welche Pull Requests sind in acme/api offen?");
    await page.getByRole("button", { name: "Senden", exact: true }).click();
    const next = page.getByRole("list", { name: "Nächste Schritte" });
    await expect(page.locator('[data-slot="action"]').last()).toContainText(
      /offenen? Pull Requests? in acme\/api aufgelistet/,
      { timeout: 45_000 },
    );
    await next.getByRole("button", { name: /^#\d+ zeigen/ }).click();
    await next.getByRole("button", { name: /Genehmige Pull Request #\d+/ }).click({
      timeout: 45_000,
    });
    const card = approvalCard(page);
    await expect(
      card.getByRole("heading", { name: /^Pull Request #\d+ .*genehmigen$/ }),
    ).toBeVisible({ timeout: 45_000 });
    await expect(card.getByRole("button", { name: "Pull Request genehmigen" })).toBeEnabled();
    await card.getByRole("button", { name: "Nicht ausführen" }).click();
    await expect(page.getByText("Abgelehnt.", { exact: true })).toBeVisible({ timeout: 45_000 });
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
