import {
  createLink,
  linkField,
  openShareDialog,
  preview,
  shareByApi,
  shareDialog,
  untilPreviewed,
} from "./sharing";
import { ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

const token = `ghp_${"a1B2c3D4e5F6".repeat(3)}`;

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, `help me with ${token}`);
  await untilAnswered(page);
});

test("hides what looks like a secret until its owner says that it is none", async ({ page }) => {
  await openShareDialog(page);
  await expect(preview(page).getByText(token)).toHaveCount(0);
  await shareDialog(page).getByText("1 thing looks like a secret – hidden").click();
  await expect(shareDialog(page).getByText("GitHub token")).toBeVisible();
  await shareDialog(page).getByRole("switch", { name: "Show: it is no secret" }).check();
  const asked = preview(page).getByRole("article", { name: "You" });
  await expect(asked.getByText(token)).toHaveCount(1);
});

test("shows what is chosen, and an update says first what it makes public", async ({ page }) => {
  await openShareDialog(page);
  await shareDialog(page).getByRole("switch", { name: "Questions and answers" }).uncheck();
  await expect(preview(page).getByRole("article")).toHaveCount(0);
  await shareDialog(page).getByRole("switch", { name: "Questions and answers" }).check();
  await expect(preview(page).getByRole("article", { name: "You" })).toHaveCount(1);
  await untilPreviewed(page);
  const address = await createLink(page);
  await shareDialog(page).getByRole("button", { name: "QR code" }).click();
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await page.keyboard.press("Escape");
  await ask(page, "And a LATER question");
  await untilAnswered(page);
  expect(await (await page.request.get(address)).text()).not.toContain("LATER");

  await openShareDialog(page);
  await shareDialog(page).getByRole("button", { name: "Update copy" }).click();
  const changes = page.getByRole("region", { name: "What the update changes" });
  await expect(changes).toContainText("Question: And a LATER question");
  await expect(changes).not.toContainText("no longer");
  await untilPreviewed(page);
  await shareDialog(page).getByRole("button", { name: "Update copy", exact: true }).first().click();
  await expect(changes).toHaveCount(0);
  expect(await (await page.request.get(address)).text()).toContain("LATER");
});

test("every link is on one page, with its views and the way to end one or all", async ({
  page,
  browser,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/);
  const chat = await chatPath(page);
  const [one, two, three] = [
    await shareByApi(page, chat, {}),
    await shareByApi(page, chat, { audience: "me", days: null }),
    await shareByApi(page, chat, { days: 1 }),
  ];
  const { origin } = new URL(page.url());
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${origin}${one.path}`);
  await page.request.get(one.path);

  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitem", { name: "My shares" }).click();
  await expect(page.getByRole("heading", { name: "My shares" })).toBeVisible();
  const rows = page.locator('[data-slot="share-row"]');
  await expect(rows).toHaveCount(3);
  await expect(rows.last()).toContainText(/Anyone with the link.*1 view.*ends in/);
  await expect(rows.nth(1)).toContainText(/Only you.*0 views.*no end/);
  await rows.first().getByRole("button", { name: "Stop sharing" }).click();
  await expect(linkField(page)).toHaveCount(2);
  expect((await page.request.get(three.path)).status()).toBe(404);
  await page.getByRole("button", { name: "Stop sharing all" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop sharing all" }).click();
  await expect(page.getByText("You share nothing.")).toBeVisible();
  for (const { path } of [one, two]) expect((await page.request.get(path)).status()).toBe(404);
  await stranger.reload();
  await expect(stranger.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await stranger.context().close();
});
