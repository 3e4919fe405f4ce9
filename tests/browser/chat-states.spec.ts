import { connectSilently } from "./api";
import { lookAt, onPhone } from "./looks/look-at";
import {
  action,
  approvalCard,
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

// One visit, several looks: what takes the time is getting there.
test.describe.configure({ timeout: 180_000 });
test.beforeEach(({ page }) => signInAsGuest(page));

test("connecting, in each of its states", { tag: "@gallery" }, async ({ page }) => {
  await expect(page.getByRole("list", { name: "Suggestions" })).toBeVisible();
  await lookAt(page, "welcome");
  await ask(page, "Create a new branch release/2.0 off main in acme/api");
  await untilConnectionAsked(page);
  await lookAt(page, "connect-needed");
  const consent = await openConsent(page);
  await expect(connectCard(page)).toHaveAttribute("data-status", "opened");
  await lookAt(page, "connect-opened");
  await consent.getByRole("button", { name: "Deny" }).click();
  await consent.close();
  await expect(connectCard(page)).toHaveAttribute("data-status", "failed");
  await lookAt(page, "connect-failed");
  await connectCard(page).getByRole("button", { name: "Not now" }).click();
  await untilAnswered(page);
  await lookAt(page, "connect-declined");

  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
  await connect(page);
  await untilAnswered(page);
  await expect(action(page, /Listed \d+ repositories/)).toBeVisible();
});

test("what was done, and the cards of it", { tag: "@gallery" }, async ({ page }) => {
  await connectSilently(page);
  await ask(page, "Open a pull request for my feature in acme/api");
  await approve(page, /pull request/i);
  await untilAnswered(page);
  await lookAt(page, "chat");
  const row = action(page, /Opened pull request/).last();
  await row.getByRole("button", { name: "What was sent" }).click();
  await row.getByRole("button", { name: "Raw JSON" }).click();
  await lookAt(page, "opened");

  await ask(page, "Which pull requests are open in acme/api?");
  await untilAnswered(page);
  await lookAt(page, "cards");
  await ask(page, "Show me package.json of acme/api");
  await untilAnswered(page);
  await expect(page.locator(".hljs-attr").first()).toBeVisible();
  await lookAt(page, "code");

  await page.locator('[data-slot="chat-list-row"]').hover();
  await page.getByRole("button", { name: /^Options for/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await lookAt(page, "chat-menu", { only: ({ width }) => width > 390 });
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await lookAt(page, "rename");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Options for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await lookAt(page, "delete-chat");
  await page.getByRole("button", { name: "Undo" }).filter({ visible: true }).click();
  await expect(page.locator('[data-slot="chat-list-row"]')).toHaveCount(1);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Open the list of chats" }).click();
  await expect(page.getByRole("dialog", { name: "Chats" })).toBeVisible();
  await lookAt(page, "chats", onPhone);
});

test("questions before changes", { tag: "@gallery" }, async ({ page }) => {
  await connectSilently(page);
  await ask(page, "Create an issue “Login is slow” in acme/api");
  const card = await approvalFor(page, /Login is slow/);
  await lookAt(page, "approval");
  await card.getByRole("button", { name: "Edit", exact: true }).click();
  await card.getByRole("textbox", { name: "Title" }).fill("Login takes nine seconds");
  await card.getByRole("button", { name: "7 more fields" }).click();
  await lookAt(page, "editing");
  await card.getByRole("button", { name: "Discard my changes" }).click();
  await card.getByRole("textbox", { name: "Why not?" }).fill("Wait for the release notes");
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
  await lookAt(page, "denied");

  await ask(page, "Create branches a/one and a/two off main in acme/api");
  const batch = await approvalFor(page, /2 changes wait/);
  await batch.getByRole("button", { name: "What is sent" }).first().click();
  await lookAt(page, "batch");
  await batch.locator("footer").getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
  await ask(page, "Delete the repository acme/playground");
  const deletion = await approvalFor(page, /Delete repository acme\/playground/);
  await deletion.getByRole("textbox", { name: /to confirm/ }).fill("acme/play");
  await lookAt(page, "deletion");
  await deletion.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);

  await page.getByRole("switch", { name: "Read-only" }).click();
  await ask(page, "Create a branch read/only off main in acme/api");
  await untilAnswered(page);
  await expect(approvalCard(page)).toHaveCount(0);
  await lookAt(page, "read-only");
});
