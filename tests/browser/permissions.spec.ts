import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { auditTrail, connectSilently, pendingApproval, send } from "./api";
import {
  action,
  approvalCard,
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";
import { expectAudited, openWorld, sandboxDirectory } from "./world";

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

const nextTime = (card: Locator) => card.getByRole("combobox", { name: /next time/ });
const yes = (card: Locator) => card.locator("footer").getByRole("button").first();
const permissions = (page: Page) => page.locator('[data-slot="permission"]');
const branchIn = (name: string) => `Create a branch ${name} off main in acme/api`;

async function allow(page: Page, scope: "chat" | "always", name: string): Promise<void> {
  await ask(page, branchIn(name));
  const card = await approvalFor(page, new RegExp(name));
  await nextTime(card).selectOption(scope);
  await expect(card).toBeVisible();
  await yes(card).click();
  await untilAnswered(page);
}

async function newChat(page: Page): Promise<void> {
  await page.getByRole("link", { name: "New chat" }).click();
  await expect(messageBox(page)).toBeFocused();
}

test("what is allowed in a chat runs there without a question, until it is taken back", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  await allow(page, "chat", "p/one");
  await expect(action(page, /Created branch p\/one/)).not.toContainText("Allowed by you");
  await ask(page, branchIn("p/two"));
  await untilAnswered(page);
  const done = action(page, /Created branch p\/two/);
  await expect(done).toContainText("Allowed by you in this chat");
  await page.reload();
  await expect(done).toContainText("Allowed by you in this chat");
  const path = await chatPath(page);

  await newChat(page);
  await ask(page, branchIn("p/elsewhere"));
  const card = await approvalFor(page, /p\/elsewhere/);
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);

  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitem", { name: "Permissions" }).click();
  await expect(page.getByRole("heading", { name: "Permissions", level: 1 })).toBeVisible();
  await expect(permissions(page)).toContainText(["Creating a branch"]);
  await expect(permissions(page).getByRole("link")).toHaveAttribute("href", path);
  await page.getByRole("button", { name: "Take back: Creating a branch" }).click();
  await expect(permissions(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "What you allowed" })).toBeFocused();
  await expect(page.getByRole("status").first()).toContainText("Creating a branch asks again.");

  await page.goto(path);
  await ask(page, branchIn("p/three"));
  await approvalFor(page, /p\/three/);
  await page.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  expect(await world.changeLog()).toHaveLength(2);
  await expectAudited(page, world);
});

test("what is always allowed runs in every chat, and only what was allowed", async ({ page }) => {
  await allow(page, "always", "q/one");
  await newChat(page);
  await ask(page, branchIn("q/two"));
  await untilAnswered(page);
  await expect(action(page, /Created branch q\/two/)).toContainText("Always allowed by you");
  const entry = (await auditTrail(page)).findLast(({ tool }) => tool.endsWith("CREATE_BRANCH"));
  expect(entry?.decision).toBe("allowed");

  await ask(page, "Create an issue “Not allowed” in acme/api");
  const card = await approvalFor(page, /Not allowed/);
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
});

test("a deletion has no such choice, and takes none", async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 400/);
  await ask(page, "Delete issue #1 in acme/api");
  const card = await approvalFor(page, /Delete issue #1/);
  await expect(nextTime(card)).toHaveCount(0);
  await expect(card.getByRole("button", { name: "Edit", exact: true })).toHaveCount(0);
  const address = `/api/approvals/${await pendingApproval(page, await chatPath(page))}`;
  for (const allowed of ["chat", "always"]) {
    const forged = await send(page, "POST", address, { decision: "approve", allow: allowed });
    expect(forged.status()).toBe(400);
  }
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
  const listed = await page.request.get(new URL("/api/permissions", page.url()).href);
  expect(await listed.json()).toEqual({ permissions: [] });
});

test("a read-only chat does nothing that was allowed, and takes no yes", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/);
  await allow(page, "always", "r/one");
  const readOnly = page.getByRole("switch", { name: "Read-only" });
  await ask(page, "Create an issue “Later” in acme/api");
  const card = await approvalFor(page, /Later/);
  await readOnly.click();
  await yes(card).click();
  await expect(card).toContainText("This chat is read-only, so nothing may be changed.");
  await expect(card).toContainText("Switch read-only off below the message box");
  await readOnly.click();
  await expect(readOnly).not.toBeChecked();
  await approve(page, /Later/);
  await untilAnswered(page);
  await expect(action(page, /Created issue/)).toBeVisible();

  await readOnly.click();
  await expect(readOnly).toBeChecked();
  await ask(page, branchIn("r/two"));
  await untilAnswered(page);
  await expect(action(page, /Was not allowed to create branch r\/two/)).toBeVisible();
  await expect(approvalCard(page)).toHaveCount(0);
});

test("permissions are their person's alone", async ({ page, browser }) => {
  await allow(page, "always", "s/one");
  const listed = await page.request.get(new URL("/api/permissions", page.url()).href);
  const [{ id }] = z
    .object({ permissions: z.tuple([z.object({ id: z.string() })]) })
    .parse(await listed.json()).permissions;
  const stranger = await (await browser.newContext()).newPage();
  await signInAsGuest(stranger);
  for (const path of [id, crypto.randomUUID(), "x"])
    expect((await send(stranger, "DELETE", `/api/permissions/${path}`)).status()).toBe(404);
  await stranger.context().close();
  expect((await send(page, "DELETE", `/api/permissions/${id}`)).status()).toBe(204);
  expect((await send(page, "DELETE", `/api/permissions/${id}`)).status()).toBe(404);
});
