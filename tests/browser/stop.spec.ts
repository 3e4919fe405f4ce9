import { connectSilently, pendingApproval, send } from "./api";
import {
  action,
  answers,
  approvalCard,
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
  untilStreaming,
} from "./support";
import { openWorld, sandboxDirectory } from "./world";

test.beforeEach(({ page }) => signInAsGuest(page));

const stopped = '[data-slot="outcome"]';

test("stop in the middle of a text keeps what was said", async ({ page }) => {
  await ask(page, "help");
  await untilStreaming(page, /demo model/);
  await chatPath(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await untilAnswered(page);
  await expect(page.locator(stopped)).toContainText("Stopped by you");
  const text = await answers(page).innerText();
  expect(text).toContain("demo model");
  expect(text).not.toContain("List the snippets");

  await page.reload();
  await expect(answers(page)).toHaveText(text, { useInnerText: true });
  await ask(page, "help");
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("List the snippets");
});

test("stop takes an open question back for good", async ({ page }, info) => {
  await connectSilently(page);
  await ask(page, "Create a branch stopped/one off main in acme/api");
  await approvalFor(page, /stopped\/one/);
  const approvalId = await pendingApproval(page, await chatPath(page));
  await page.getByRole("button", { name: "Stop" }).click();
  await untilAnswered(page);
  await expect(approvalCard(page)).toHaveCount(0);
  await expect(action(page, /Cancelled creating branch stopped\/one/)).toBeVisible();
  await expect(page.locator(stopped)).toContainText("Stopped by you");

  const late = await send(page, "POST", `/api/approvals/${approvalId}`, { decision: "approve" });
  expect(late.status()).toBe(409);
  await ask(page, "Create a branch stopped/two off main in acme/api");
  await approve(page, /stopped\/two/);
  await untilAnswered(page);
  const branches = await (await openWorld(page, sandboxDirectory(info))).branches("acme/api");
  expect([branches.has("stopped/one"), branches.has("stopped/two")]).toEqual([false, true]);
});
