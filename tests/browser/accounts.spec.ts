import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { type OwnServer, startServer } from "../support/own-server";
import { connectSilently } from "./api";
import {
  action,
  approvalFor,
  approve,
  ask,
  chatPath,
  connect,
  connectCard,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

const chip = (page: Page) =>
  page.locator('[data-slot="composer"]').getByRole("button", { name: /^Works in Bitbucket as/ });
const rowOf = (page: Page, name: string) =>
  page.locator('[data-slot="account-row"]').filter({ hasText: name });

/** Says of an account that new chats act as it. */
const mark = (row: Locator) => row.getByText("for new chats", { exact: true });

/** Chooses the chat's account by its chip. */
async function choose(page: Page, name: string): Promise<void> {
  await chip(page).click();
  await page.getByRole("menuitemradio", { name }).click();
  await expect(chip(page)).toHaveText(`as ${name}`);
}

/** Begins a chat of a person with two accounts. */
async function beginWithTwo(page: Page): Promise<void> {
  await connectSilently(page, "jane-acme");
  await connectSilently(page, "sam-acme");
  await page.goto(new URL("/", page.url()).href);
  await expect(chip(page)).toBeVisible();
}

test("a second account is connected on the connections page, and one is for new chats", async ({
  page,
}) => {
  await signInAsGuest(page);
  await connectSilently(page, "jane-acme");
  await page.goto("/connections");
  await expect(rowOf(page, "jane-acme")).toContainText(/Workspaces?: .*acme/, { timeout: 30_000 });
  await expect(page.getByRole("main")).toContainText("create, change and delete repositories");
  await page.getByRole("button", { name: "Connect another Bitbucket account" }).click();
  await page.getByRole("radio", { name: /Sam/ }).check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("link", { name: "Go to your connections" }).click();

  await expect(mark(rowOf(page, "sam-acme"))).toBeVisible();
  await page.getByRole("button", { name: "Use jane-acme for new chats" }).click();
  await expect(mark(rowOf(page, "jane-acme"))).toBeVisible();
  await expect(mark(rowOf(page, "sam-acme"))).toHaveCount(0);
  await page.goto("/");
  await expect(chip(page)).toHaveText("as jane-acme");
});

test("a chat works as the account its person chose: in its rows, its questions and its receipts", async ({
  page,
}) => {
  await signInAsGuest(page);
  await beginWithTwo(page);
  await choose(page, "jane-acme");
  await ask(page, "List my repositories");
  await untilAnswered(page);
  await expect(action(page, /Listed \d+ repositor(y|ies)/).last()).toContainText("as jane-acme");

  await choose(page, "sam-acme");
  await ask(page, "Create a branch as/sam off main in acme/api");
  await expect(await approvalFor(page, /as\/sam/)).toContainText("as sam-acme · Bitbucket");
  await choose(page, "jane-acme");
  await approve(page, /as\/sam/);
  await untilAnswered(page);
  await expect(action(page, /Created branch as\/sam/)).toContainText("as sam-acme");
  await page.reload();
  await expect(chip(page)).toHaveText("as jane-acme");
});

test("the account is chosen by keyboard", async ({ page }) => {
  await signInAsGuest(page);
  await beginWithTwo(page);
  await chip(page).focus();
  await page.keyboard.press("Enter");
  const entry = page.getByRole("menuitemradio", { name: "jane-acme" });
  await expect(page.getByRole("menuitemradio", { name: "sam-acme" })).toHaveAttribute(
    "aria-checked",
    "true",
  );
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(entry).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(chip(page)).toHaveText("as jane-acme");
});

test("on a phone, the chip leaves room for the rest of the composer", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAsGuest(page);
  await beginWithTwo(page);
  const box = await page.locator('[data-slot="composer"]').boundingBox();
  const send = await page.getByRole("button", { name: "Send", exact: true }).boundingBox();
  expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test.describe("on a server of its own", () => {
  let server: OwnServer;
  const dataDirectory = mkdtempSync(join(tmpdir(), "branchline-accounts-"));
  test.use({ baseURL: "" });
  test.beforeEach(async () => {
    test.setTimeout(120_000);
    server = await startServer({ DATA_DIR: dataDirectory });
  });
  test.afterEach(async ({ page }) => {
    // What the page still asks for would end in errors of its own.
    await page.close();
    await server.kill();
  });

  /** Somebody signs every account of that name out, at the provider. */
  function signOut(username: string): void {
    const file = join(dataDirectory, "sandbox", "router.json");
    const state = JSON.parse(readFileSync(file, "utf8")) as {
      accounts: { state: { status: string; username?: string } }[];
    };
    for (const account of state.accounts)
      if (account.state.username === username) account.state.status = "EXPIRED";
    writeFileSync(file, JSON.stringify(state));
  }

  test("an account that was signed out is told of, and connected again", async ({ page }) => {
    await signInAsGuest(page, server.origin);
    await ask(page, "List my repositories");
    await untilConnectionAsked(page);
    await connect(page);
    await untilAnswered(page);
    const path = await chatPath(page);
    signOut("jane-acme");

    await ask(page, "List the branches of acme/api");
    await untilConnectionAsked(page);
    const card = connectCard(page);
    await expect(card).toContainText("Reconnect Bitbucket to continue");
    await expect(card).toContainText(/signed this app out of jane-acme/);
    await page.goto(`${server.origin}/connections`);
    await expect(rowOf(page, "jane-acme")).toContainText("Signed out by the provider");
    await page.getByRole("button", { name: "Reconnect jane-acme" }).click();
    await page.getByRole("radio", { name: /Jane/ }).check();
    await page.getByRole("button", { name: "Allow" }).click();
    await expect(page.getByRole("heading", { name: "Connected as jane-acme" })).toBeVisible();

    await page.goto(`${server.origin}${path}`);
    await expect(chip(page)).toHaveText("as jane-acme");
    await untilAnswered(page);
    await expect(messageBox(page)).toBeVisible();
    await expect(action(page, /Listed \d+ branches/)).toContainText("as jane-acme");
    await page.goto(`${server.origin}/connections`);
    await expect(page.locator('[data-slot="account-row"]')).toHaveCount(1);
  });
});
