import { readFile } from "node:fs/promises";
import { lookAt } from "../browser/looks/look-at";
import {
  approvalCard,
  approvalFor,
  approve,
  ask,
  connect,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "../browser/support";

test("what was done is listed, filtered and downloaded", { tag: "@gallery" }, async ({ page }) => {
  test.setTimeout(180_000);
  const rows = page.locator('[data-slot="audit-row"]');
  const row = (effect: string) => rows.filter({ hasText: effect });
  const show = () => page.getByRole("button", { name: "Show", exact: true }).click();

  await signInAsGuest(page);
  const entry = page.getByRole("menuitem", { name: "Actions" });
  // A page that has just been drawn may not listen yet.
  await expect(async () => {
    if (!(await entry.isVisible())) await page.getByRole("button", { name: "Guest" }).click();
    await expect(entry).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await entry.click();
  await expect(page.getByText("Nothing was done yet.")).toBeVisible();

  await page.goto("/");
  await ask(page, "Create a new branch release/2.0 off main in acme/api");
  await connect(page);
  await approve(page, /Create branch release\/2\.0/);
  await untilAnswered(page);
  const chat = new URL(page.url()).pathname;
  await ask(page, "Comment on the latest open issue in acme/api: I will look at this today");
  const card = await approvalFor(page, /comment/i);
  await card.getByRole("button", { name: /^Don.t/ }).click();
  await expect(approvalCard(page)).toHaveCount(0);
  await untilAnswered(page);

  await page.goto("/audit");
  const made = row("Create branch release/2.0 in acme/api");
  await expect(made).toContainText("BITBUCKET_CREATE_BRANCH");
  await expect(made).toContainText("as jane-acme");
  await expect(made).toContainText("Allowed by you");
  await expect(made).toContainText("Done");
  await made.getByRole("button", { name: "What was sent" }).click();
  await expect(made).toContainText(/[0-9a-f]{40}/);
  await expect(row("Comment on issue")).toContainText("Refused by you");
  expect(await rows.count()).toBeGreaterThan(3);

  await page.getByRole("combobox", { name: "Kind" }).selectOption("Refused");
  await show();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Not done");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^branchline-actions-\d{4}-\d\d-\d\d\.csv$/);
  const table = await readFile(await download.path(), "utf8");
  expect(table.trim().split("\r\n")).toHaveLength(2);
  expect(table).toContain("denied");

  await page.getByRole("combobox", { name: "Kind" }).selectOption("All actions");
  await page.getByRole("searchbox", { name: "Words" }).fill("create_branch");
  await show();
  await expect(made).toBeVisible();
  await expect(row("Comment on issue")).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Words" }).fill("nothing has these words");
  await show();
  await expect(page.getByText("No action fits.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(made).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Words" })).toHaveValue("");

  await lookAt(page, "actions");
  await made.getByRole("link").first().click();
  await page.waitForURL(`**${chat}`);
});

test("an address that was mended by hand leads to the whole list", async ({ page }) => {
  await signInAsGuest(page);
  for (const query of ["kind=some", "cursor=1", "chatId=x", "text=a&text=b&kind=all"]) {
    await page.goto(`/audit?${query}`);
    await expect(page.getByRole("heading", { name: "Actions" })).toBeVisible();
  }
});
