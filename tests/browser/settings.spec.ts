import type { Page } from "@playwright/test";
import { connectSilently, send } from "./api";
import { lookAt } from "./looks/look-at";
import { ask, chatPath, expect, notice, signInAsGuest, test, untilAnswered } from "./support";

const password = "correct horse battery";

/** Makes an account, and answers its address. */
async function signUp(page: Page): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  const account = { email, password, name: "Jane Example" };
  await page.goto("/signin");
  await send(page, "POST", "/api/account", account);
  await send(page, "POST", "/api/auth/password", { email, password });
  return email;
}

const dialog = (page: Page) => page.getByRole("dialog");
const openDialog = (page: Page) => page.getByRole("button", { name: "Delete account…" }).click();
const deleteButton = (page: Page) =>
  dialog(page).getByRole("button", { name: "Delete account", exact: true });
const farewell = (page: Page) => page.getByRole("dialog", { name: "Your account is deleted" });

test("a guest deletes everything, by keyboard, and nothing of it is left in the browser", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/);
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "help");
  await untilAnswered(page);
  const chat = await chatPath(page);
  const shared = await send(page, "POST", `/api/chats/${chat.replace("/chat/", "")}/shares`, {});
  const { path } = (await shared.json()) as { path: string };
  await page.getByRole("textbox", { name: "Message" }).fill("A draft that nobody sends");

  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.getByText("1 chat, 1 public link")).toBeVisible();
  await expect(page.getByRole("button", { name: "End all sessions" })).toHaveCount(0);

  await page.getByRole("button", { name: "Delete account…" }).press("Enter");
  await expect(dialog(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete account…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Tab");
  const answered = page.waitForResponse("**/api/account");
  await page.keyboard.press("Enter");
  const answer = await answered;
  expect(await answer.json()).toEqual({ connections: "deleted" });

  await expect(farewell(page)).toContainText("Nothing of it is kept");
  // By the answer's own header: no script of the page clears them.
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(farewell(page).getByRole("button", { name: "Leave" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/signin$/);
  expect((await page.request.get("/api/chats")).status()).toBe(401);
  expect((await page.goto(path))?.status()).toBe(404);
});

test("a member is asked for the password, and cannot sign in afterwards", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 401/);
  const email = await signUp(page);
  await page.goto("/settings");
  await expect(page.getByText(email)).toBeVisible();
  await openDialog(page);
  const field = dialog(page).getByLabel("Your password");
  await expect(field).toBeFocused();
  await field.fill("not the password");
  await deleteButton(page).click();
  await expect(notice(page)).toContainText("This is not your password.");
  await field.fill(password);
  await field.press("Enter");
  await farewell(page).getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/\/signin$/);
  const again = await send(page, "POST", "/api/auth/password", { email, password });
  expect(again.status()).toBe(401);
});

test("all sessions end at once, on every device", async ({ page, browser }) => {
  const email = await signUp(page);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto("/signin");
  await send(elsewhere, "POST", "/api/auth/password", { email, password });
  await page.goto("/settings");
  await expect(page.getByText("2 browsers are signed in as you")).toBeVisible();
  await page.getByRole("button", { name: "End all sessions" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End all sessions" }).click();
  await expect(page).toHaveURL(/\/signin$/);
  expect((await elsewhere.request.get("/api/chats")).status()).toBe(401);
  await elsewhere.context().close();
});

test("the settings, and the question before an account goes", { tag: "@gallery" }, async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUp(page);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Delete account" })).toBeVisible();
  await lookAt(page, "settings");
  await openDialog(page);
  await expect(dialog(page)).toBeVisible();
  await lookAt(page, "delete-account");
});
