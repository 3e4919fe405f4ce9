import { connectSilently } from "./api";
import { lookAt } from "./looks/look-at";
import { createLink, linkField, openShareDialog } from "./sharing";
import {
  approvalFor,
  ask,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

test.describe.configure({ timeout: 180_000 });

test("pages for strangers", { tag: "@gallery" }, async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 404/);
  await page.goto("/signin");
  await lookAt(page, "sign-in");
  await page.goto("/nowhere-at-all");
  await lookAt(page, "not-found");
  await signInAsGuest(page);
  await ask(page, "help");
  await untilAnswered(page);
  await openShareDialog(page);
  await lookAt(page, "share-dialog");
  await page.goto(await createLink(page));
  await lookAt(page, "share");
  await page.goto("/shares");
  await expect(linkField(page)).toBeVisible();
  await lookAt(page, "shares");
});

test("pages of an account", { tag: "@gallery" }, async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, "Create a new branch release/2.0 off main in acme/api");
  await untilConnectionAsked(page);
  const form = page.locator('[data-slot="connection"] form');
  const link = ((await form.getAttribute("action")) ?? "").replace(/\/open$/, "");
  await page.goto(link);
  await lookAt(page, "connect-link");
  await page.getByRole("button", { name: "Continue to Bitbucket" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("main")).toContainText(/Workspaces?: .*acme/);
  await lookAt(page, "connect-done");

  await page.goto("/connections");
  const row = page.locator('[data-slot="account-row"]');
  await expect(row).toBeVisible();
  await lookAt(page, "connections");
  await row.getByRole("button", { name: "Remove jane-acme" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await lookAt(page, "connections-remove");
  await page.goto("/tools");
  await lookAt(page, "tools");
});

test("what was allowed", { tag: "@gallery" }, async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Create a branch p/one off main in acme/api");
  const card = await approvalFor(page, /p\/one/);
  await card.getByRole("combobox", { name: /next time/ }).selectOption("always");
  await card.locator("footer").getByRole("button").first().click();
  await untilAnswered(page);
  await page.goto("/permissions");
  await expect(page.locator('[data-slot="permission"]')).toHaveCount(1);
  await lookAt(page, "permissions");
});
