import { connectSilently } from "./api";
import {
  action,
  approvalCard,
  approve,
  ask,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";
import { expectAudited, openWorld, sandboxDirectory } from "./world";

test("a read-only chat reads, and changes nothing until it is switched off", async ({
  page,
}, info) => {
  await signInAsGuest(page);
  await connectSilently(page);
  const readOnly = page.getByRole("switch", { name: "Read-only" });
  await readOnly.click();
  await ask(page, "Create a branch read/only off main in acme/api");
  await untilAnswered(page);
  const blocked = action(page, /Was not allowed to create branch read\/only/);
  await expect(blocked).toContainText("This chat is read-only, so nothing was changed.");
  await expect(blocked).toContainText("Switch read-only off");
  await expect(approvalCard(page)).toHaveCount(0);
  await page.reload();
  await expect(readOnly).toBeChecked();
  await ask(page, "Which branches are in acme/api?");
  await untilAnswered(page);
  await expect(action(page, /Listed \d+ branches/)).toBeVisible();

  await readOnly.click();
  await expect(readOnly).not.toBeChecked();
  await ask(page, "Create a branch read/write off main in acme/api");
  await approve(page, /read\/write/);
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  const branches = await world.branches("acme/api");
  expect([branches.has("read/only"), branches.has("read/write")]).toEqual([false, true]);
  await expectAudited(page, world);
});
