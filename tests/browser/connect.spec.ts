import { send } from "./api";
import {
  action,
  answers,
  approvalFor,
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
