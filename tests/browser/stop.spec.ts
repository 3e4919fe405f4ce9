import { connectSilently, pendingApproval, send } from "./api";
import {
  action,
  approvalCard,
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  outcome,
  signInAsGuest,
  stopButton,
  test,
  untilAnswered,
} from "./support";
import { openWorld, sandboxDirectory } from "./world";

test.beforeEach(({ page }) => signInAsGuest(page));

test("stop takes an open question back for good", async ({ page }, info) => {
  await connectSilently(page);
  await ask(page, "Create a branch stopped/one off main in acme/api");
  await approvalFor(page, /stopped\/one/);
  const approvalId = await pendingApproval(page, await chatPath(page));
  await stopButton(page).click();
  await untilAnswered(page);
  await expect(approvalCard(page)).toHaveCount(0);
  await expect(action(page, /Cancelled creating branch stopped\/one/)).toBeVisible();
  await expect(outcome(page)).toContainText("Stopped by you");

  const late = await send(page, "POST", `/api/approvals/${approvalId}`, { decision: "approve" });
  expect(late.status()).toBe(409);
  await ask(page, "Create a branch stopped/two off main in acme/api");
  await approve(page, /stopped\/two/);
  await untilAnswered(page);
  const branches = await (await openWorld(page, sandboxDirectory(info))).branches("acme/api");
  expect([branches.has("stopped/one"), branches.has("stopped/two")]).toEqual([false, true]);
});
