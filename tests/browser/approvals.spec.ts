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

test("a no with a reason changes nothing and stays said", async ({ page }, info) => {
  await ask(page, "Create a branch no/thanks off main in acme/api");
  const card = await approvalFor(page, /Create branch no\/thanks/);
  await card.getByRole("textbox", { name: "Why not?" }).fill("Wait for the release notes");
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);

  const denied = action(page, /Did not create branch/);
  await expect(denied).toContainText("You said no: Wait for the release notes");
  await page.reload();
  await expect(denied).toContainText("You said no: Wait for the release notes");
  const world = await openWorld(page, sandboxDirectory(info));
  expect(await world.changeLog()).toEqual([]);
  expect((await world.branches("acme/api")).has("no/thanks")).toBe(false);
});

test("of a batch, exactly what stays ticked is done", async ({ page }, info) => {
  await ask(page, "Create branches a/one and a/two off main in acme/api");
  const card = await approvalFor(page, /2 changes wait/);
  await card.getByRole("checkbox", { name: /a\/two/ }).uncheck();
  await card.getByRole("button", { name: "Do 1 of 2" }).click();
  await untilAnswered(page);

  await expect(action(page, /Created branch a\/one/)).toBeVisible();
  await expect(action(page, /Did not create branch a\/two/)).toBeVisible();
  const world = await openWorld(page, sandboxDirectory(info));
  const branches = await world.branches("acme/api");
  expect([branches.has("a/one"), branches.has("a/two")]).toEqual([true, false]);
  await expectAudited(page, world);
});

test("a repository goes only when its name is typed", async ({ page, consoleErrors }, info) => {
  consoleErrors.allow(/status of 400/);
  await ask(page, "Delete the repository acme/playground");
  const card = await approvalFor(page, /Delete repository acme\/playground/);
  const yes = card.getByRole("button", { name: "Delete repository" });
  const name = card.getByRole("textbox", { name: /to confirm/ });
  await expect(card).toContainText("This cannot be undone");
  await expect(yes).toBeDisabled();
  await name.fill("acme/api");
  await name.press("Enter");
  await expect(yes).toBeDisabled();

  const path = await chatPath(page);
  const approvalId = await pendingApproval(page, path);
  const forged = { decision: "approve", confirmation: "acme/api" };
  expect((await send(page, "POST", `/api/approvals/${approvalId}`, forged)).status()).toBe(400);
  expect(
    (await send(page, "POST", `/api/approvals/${approvalId}`, { decision: "approve" })).status(),
  ).toBe(400);

  await name.fill("acme/playground");
  await yes.click();
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  expect(world.hasRepository("acme/playground")).toBe(false);
  expect(world.hasRepository("acme/api")).toBe(true);
  await expectAudited(page, world);
});

test("Enter never says yes", async ({ page }) => {
  await ask(page, "Create a branch by/enter off main in acme/api");
  const card = await approvalFor(page, /by\/enter/);
  await messageBox(page).focus();
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.querySelector("textarea")?.blur());
  await page.keyboard.press("Enter");
  await card.focus();
  await page.keyboard.press("Enter");
  expect((await auditTrail(page)).at(-1)?.status).toBe("approval");

  await card.getByRole("textbox", { name: "Why not?" }).press("Enter");
  await untilAnswered(page);
  await expect(action(page, /Did not create branch by\/enter/)).toBeVisible();
  await expect(approvalCard(page)).toHaveCount(0);
});

test("twenty answers at once are one", async ({ page }, info) => {
  await ask(page, "Create a branch only/once off main in acme/api");
  await approvalFor(page, /only\/once/);
  const approvalId = await pendingApproval(page, await chatPath(page));
  const responses = await Promise.all(
    Array.from({ length: 20 }, () =>
      send(page, "POST", `/api/approvals/${approvalId}`, { decision: "approve" }),
    ),
  );
  const statuses = responses.map((response) => response.status()).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  expect(await world.changeLog()).toHaveLength(1);
  await expectAudited(page, world);
});

test("forged answers are refused", async ({ page, browser }, info) => {
  await ask(page, "Create a branch not/forged off main in acme/api");
  const card = await approvalFor(page, /not\/forged/);
  const address = `/api/approvals/${await pendingApproval(page, await chatPath(page))}`;
  const approval = { decision: "approve" };

  const stranger = await (await browser.newContext()).newPage();
  await signInAsGuest(stranger);
  expect((await send(stranger, "POST", address, approval)).status()).toBe(404);
  expect((await send(stranger, "POST", address, { decision: "deny" })).status()).toBe(404);
  await stranger.context().close();

  const changed = { ...approval, arguments: { name: "main" } };
  expect((await send(page, "POST", address, changed)).status()).toBe(400);
  const foreignItem = { ...approval, items: [crypto.randomUUID()] };
  expect((await send(page, "POST", address, foreignItem)).status()).toBe(400);
  await expect(card).toBeVisible();

  expect((await send(page, "POST", address, { decision: "deny" })).status()).toBe(200);
  expect((await send(page, "POST", address, approval)).status()).toBe(409);
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  expect(await world.changeLog()).toEqual([]);

  await ask(page, "Create a branch yes/honest off main in acme/api");
  await approve(page, /yes\/honest/);
  await untilAnswered(page);
  expect(await world.changeLog()).toHaveLength(1);
});
