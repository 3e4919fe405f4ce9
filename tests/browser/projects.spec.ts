import type { Page } from "@playwright/test";
import { ask, chatPath, expect, messageBox, signInAsGuest, test, untilAnswered } from "./support";

const list = (page: Page) => page.getByRole("navigation", { name: "Chats" });
const inList = (page: Page, name: string) => list(page).getByRole("link", { name, exact: true });
const chats = (page: Page) => page.getByRole("list", { name: "Chats of this project" });
const inProject = (page: Page) =>
  page.locator('[data-slot="chat-header"]').getByRole("link", { name: /^In project/ });

async function createProject(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/projects\/[\w-]+$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test.beforeEach(async ({ page }) => signInAsGuest(page));

test("a chat begins in a project, with its instructions, and another tab shows it there", async ({
  page,
}) => {
  const other = await page.context().newPage();
  await other.goto("/");
  await page.bringToFront();
  await createProject(page, "Billing");
  const project = page.url();
  await page.getByRole("textbox", { name: "Instructions" }).fill("Answer in one sentence.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await other.bringToFront();
  await expect(inList(other, "Billing")).toBeVisible();

  await page.bringToFront();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Instructions" })).toHaveValue(
    "Answer in one sentence.",
  );
  await page.getByRole("link", { name: "New chat in this project" }).click();
  await expect(inProject(page)).toContainText("Billing");
  await ask(page, "help");
  const path = await chatPath(page);
  await untilAnswered(page);
  await expect(inProject(page)).toContainText("Billing");
  await other.goto(project);
  await expect(chats(other).getByRole("link")).toHaveAttribute("href", path);
});

test("a chat is moved into a project and stays when the project is deleted", async ({ page }) => {
  await createProject(page, "Portal");
  await page.getByRole("link", { name: "New chat", exact: true }).click();
  await expect(messageBox(page)).toBeVisible();
  await ask(page, "help");
  const path = await chatPath(page);
  await untilAnswered(page);
  await expect(inProject(page)).toHaveCount(0);
  await page
    .getByRole("button", { name: /^Options for/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Move to a project" }).click();
  await page.getByRole("button", { name: "Portal" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(inProject(page)).toContainText("Portal");

  await inProject(page).click();
  await expect(chats(page).getByRole("link")).toHaveAttribute("href", path);
  await page.getByRole("textbox", { name: "Name" }).fill("Gate");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(inList(page, "Gate")).toBeVisible();
  await page.getByRole("button", { name: "Delete project" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Its chats stay");
  await question.getByRole("button", { name: "Delete project" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(inList(page, "Gate")).toHaveCount(0);
  await expect(list(page).locator('[data-slot="chat-list-row"]')).toHaveCount(1);
  await page.goto(path);
  await expect(inProject(page)).toHaveCount(0);
});

test("the page of a project fits a phone", async ({ page }) => {
  await createProject(page, `A project with a name of its own ${"x".repeat(60)}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("link", { name: "New chat in this project" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
