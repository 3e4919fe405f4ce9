import { expect, messageBox, notice, signInAsGuest, test } from "./support";

const password = "correct horse battery";

test("an account: made, left, and come back to", async ({ page, browser, consoleErrors }) => {
  consoleErrors.allow(/status of (401|409)/);
  const email = `jane-${crypto.randomUUID()}@example.com`;
  const field = (name: string) => page.getByRole("textbox", { name });
  await page.goto("/signin");
  await page.getByRole("button", { name: "Create one" }).click();
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Enter your name.")).toBeVisible();
  await field("Name").fill("Jane Example");
  await field("E-mail").fill(email);
  await field("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(messageBox(page)).toBeVisible();

  const copied = await page.context().storageState();
  await page.getByRole("button", { name: "Jane Example" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin/);
  const thief = await (await browser.newContext({ storageState: copied })).newPage();
  await thief.goto("/");
  await expect(thief).toHaveURL(/\/signin/);
  expect((await thief.request.get("/api/chats")).status()).toBe(401);
  await thief.context().close();

  await field("E-mail").fill(email);
  await field("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(notice(page)).toContainText("do not belong together");
  await expect(field("E-mail")).toHaveValue(email);
  await field("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(messageBox(page)).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto("/signin");
  await other.getByRole("button", { name: "Create one" }).click();
  await other.getByRole("textbox", { name: "Name" }).fill("Other");
  await other.getByRole("textbox", { name: "E-mail" }).fill(email.toUpperCase());
  await other.getByRole("textbox", { name: "Password" }).fill(password);
  await other.getByRole("button", { name: "Create account" }).click();
  await expect(notice(other)).toContainText("This e-mail address has an account already.");
  await other.context().close();
});

test("private pages ask who it is, and come back", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/signin$/);
  for (const path of [`/chat/${crypto.randomUUID()}`, "/connections"]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/signin?next=${encodeURIComponent(path)}`);
  }
  await page.getByRole("button", { name: "Continue as guest" }).click();
  await expect(page).toHaveURL(/\/connections$/);
});

test("sign-in leads to no other site", async ({ page }) => {
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example"]) {
    await page.goto(`/signin?next=${encodeURIComponent(next)}`);
    const origin = new URL(page.url()).origin;
    await page.getByRole("button", { name: "Continue as guest" }).click();
    await expect(messageBox(page)).toBeVisible();
    expect(new URL(page.url()).origin).toBe(origin);
    // Closed first: what the page still asks for must not be asked for by nobody.
    await page.goto("about:blank");
    await page.context().clearCookies();
  }
});

test("a guest who signs out is gone", async ({ page }) => {
  await signInAsGuest(page);
  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/signin/);
});
