import { send } from "./api";
import {
  action,
  answers,
  approvalFor,
  approve,
  ask,
  connect,
  connectCard,
  expect,
  openConsent,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
});

test("a refusal is said, and trying again works", async ({ page }) => {
  const consent = await openConsent(page);
  await consent.getByRole("button", { name: "Deny" }).click();
  await expect(consent.getByRole("heading", { name: "Bitbucket was not connected" })).toBeVisible();
  await consent.close();
  const card = connectCard(page);
  await expect(card).toHaveAttribute("data-status", "failed");
  await expect(card).toContainText("denied access");

  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card).toHaveAttribute("data-status", "needed");
  await connect(page, /Sam/);
  await untilAnswered(page);
  await expect(card).toContainText("Connected as sam-acme");
  await expect(action(page, /Listed \d+ repositories/)).toBeVisible();
});

test("“Not now” is taken for an answer, and the chat goes on", async ({ page }) => {
  await connectCard(page).getByRole("button", { name: "Not now" }).click();
  await untilAnswered(page);
  await expect(connectCard(page)).toHaveAttribute("data-status", "declined");
  await expect(answers(page)).toContainText("Bitbucket stays unconnected");
  await ask(page, "help");
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("You can ask for");
});

test("a consent tab that was closed can be opened again", async ({ page }) => {
  const first = await openConsent(page);
  await first.close();
  await expect(connectCard(page)).toHaveAttribute("data-status", "opened");
  const second = await openConsent(page, "Open again");
  await second.getByRole("button", { name: "Allow" }).click();
  await expect(second.getByRole("heading", { name: /Connected/ })).toBeVisible();
  await second.close();
  await untilAnswered(page);
  await expect(action(page, /Listed \d+ repositories/)).toBeVisible();
});

test("the connect link is its owner's alone", async ({ page, browser, consoleErrors }) => {
  consoleErrors.allow(/status of 404/);
  const form = connectCard(page).locator("form");
  const open = (await form.getAttribute("action")) ?? "";
  const link = new URL(open.replace(/\/open$/, ""), page.url()).href;

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger).toHaveURL(/\/signin\?next=%2Fconnect%2F/);
  await signInAsGuest(stranger);
  expect((await stranger.goto(link))?.status()).toBe(404);
  expect((await send(stranger, "POST", open)).status()).toBe(404);
  const check = open.replace(/^\/connect\/(.*)\/open$/, "/api/connections/attempts/$1");
  expect((await send(stranger, "POST", check, { action: "decline" })).status()).toBe(404);
  await stranger.context().close();

  await expect(connectCard(page)).toHaveAttribute("data-status", "needed");
  await page.goto(link);
  await page.getByRole("button", { name: "Continue to Bitbucket" }).click();
  await expect(page.getByRole("heading", { name: "Allow access to Bitbucket?" })).toBeVisible();
});

test("a callback nobody asked for connects nothing", async ({ page, browser }) => {
  const consent = await openConsent(page);
  for (const query of ["", "?state=wrong", "?state=wrong&status=success", "?state=a&state=b"]) {
    await consent.goto(new URL(`/connect/callback${query}`, page.url()).href);
    await expect(consent.getByRole("heading", { name: "This link is not yours" })).toBeVisible();
  }
  await consent.close();
  await expect(connectCard(page)).toHaveAttribute("data-status", "opened");

  // The real callback, brought by somebody else's browser, shows and connects nothing for them.
  const mine = await openConsent(page, "Open again");
  const callback = mine.waitForRequest(/\/connect\/callback\?/);
  await mine.getByRole("button", { name: "Allow" }).click();
  const address = (await callback).url();
  const stranger = await (await browser.newContext()).newPage();
  await signInAsGuest(stranger);
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { name: "This link is not yours" })).toBeVisible();
  await stranger.goto("/connections");
  await expect(stranger.getByRole("main")).toContainText("Connect Bitbucket");
  await expect(stranger.locator('[data-slot="account-row"]')).toHaveCount(0);
  await stranger.context().close();
});

test("the page after signing in says as whom, where and what for", async ({ page }) => {
  const consent = await openConsent(page);
  await consent.getByRole("radio", { name: /Jane/ }).check();
  await consent.getByRole("button", { name: "Allow" }).click();
  const main = consent.getByRole("main");
  await expect(main.getByRole("heading", { name: "Connected as jane-acme" })).toBeVisible();
  await expect(main).toContainText(/Workspaces?: .*acme/, { timeout: 30_000 });
  await expect(main).toContainText("create, change and delete");
  await expect(main).toContainText("Before every change it asks you");
  await consent.reload();
  await expect(main.getByRole("heading", { name: "Connected as jane-acme" })).toBeVisible();
});

test("an account that is taken away in the middle of a run is asked for again, and the run goes on", async ({
  page,
}) => {
  await connect(page);
  await untilAnswered(page);
  await ask(page, "Create a branch mid/run off main in acme/api");
  await approvalFor(page, /mid\/run/);
  const accounts = await page.context().newPage();
  await accounts.goto(new URL("/connections", page.url()).href);
  await accounts.getByRole("button", { name: "Remove jane-acme" }).click();
  await accounts.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(accounts.locator('[data-slot="account-row"]')).toHaveCount(0);
  await accounts.close();

  await approve(page, /mid\/run/);
  await untilConnectionAsked(page);
  await connect(page);
  await untilAnswered(page);
  await expect(action(page, /Created branch mid\/run/)).toBeVisible();
});

test("on a phone, an account's name keeps its line", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await connect(page);
  await page.goto("/connections");
  const row = page.locator('[data-slot="account-row"]');
  const name = await row.getByText("jane-acme", { exact: true }).boundingBox();
  const button = await row.getByRole("button", { name: "Remove jane-acme" }).boundingBox();
  expect(button?.x).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0) - 1);
  expect(button?.y).toBeLessThan((name?.y ?? 0) + 2 * (name?.height ?? 0));
});

test("a removed account is asked for again", async ({ page }) => {
  await connect(page);
  await untilAnswered(page);
  await page.goto("/connections");
  const row = page.locator('[data-slot="account-row"]');
  await expect(row).toContainText("jane-acme");
  await row.getByRole("button", { name: "Remove jane-acme" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);

  await page.goto("/");
  await ask(page, "Create a branch after/removal off main in acme/api");
  await untilConnectionAsked(page);
  await connect(page);
  await approvalFor(page, /after\/removal/);
});
