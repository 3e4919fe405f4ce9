import { connectSilently } from "./api";
import { previewByApi, shareByApi } from "./sharing";
import { approvalCard, ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

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

  test("reads what went wrong in German, and the API stays English", async ({
    page,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 401/);
    await page.goto("/signin");
    await page.getByLabel("E-Mail").fill("nobody@example.com");
    await page.getByLabel("Passwort").fill("not the password");
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.status() === 401),
      page.getByRole("button", { name: "Anmelden" }).click(),
    ]);
    const alert = page.locator("[data-slot=notice]");
    await expect(alert).toContainText("gehören nicht zusammen");
    await expect(alert).toContainText("Beides prüfen und erneut versuchen.");
    expect(await answer.json()).toMatchObject({
      error: { message: "This e-mail address and password do not belong together." },
    });
  });
});

test("a shared copy's page is in its reader's language, equal to the preview", async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Show the open pull requests in acme/api");
  await untilAnswered(page);
  const path = await chatPath(page);
  const { path: address } = await shareByApi(page, path, {});
  const english = await page.request.get(address);
  expect(await english.text()).toContain("A copy of a conversation");
  const choice = { name: "branchline-language", value: "de", url: new URL("/", page.url()).href };
  await page.context().addCookies([choice]);
  const { html } = await previewByApi(page, path, {});
  const german = await page.request.get(address);
  expect(await german.text()).toBe(html);
  expect(html).toContain('lang="de"');
  expect(html).toContain("Kopie eines Chats vom");
  expect(german.headers().vary).toContain("accept-language");
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
