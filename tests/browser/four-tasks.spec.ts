import type { Page } from "@playwright/test";
import { approve, ask, connect, expect, signInAsGuest, test, untilAnswered } from "./support";
import { auditTrail, branchesInGit, worldDirectory } from "./world";

const card = (page: Page, text: RegExp) =>
  page.locator('[data-slot="action"]').filter({ hasText: text });

test("the article's four tasks, each to its end", async ({ page }, info) => {
  test.setTimeout(180_000);
  await signInAsGuest(page);

  await ask(page, "Create a new branch release/2.0 off main in acme/api");
  await connect(page);
  await approve(page, /Create branch release\/2\.0/);
  await untilAnswered(page);
  const world = await worldDirectory(page, info);
  const branches = await branchesInGit(world, "acme", "api");
  expect(branches.get("release/2.0")).toBe(branches.get("main"));

  await ask(page, "Open a pull request for my feature in acme/api");
  await approve(page, /pull request/i);
  await untilAnswered(page);

  await ask(page, "Comment on the latest open issue in acme/api: I will look at this today");
  await approve(page, /comment/i);
  await untilAnswered(page);

  await ask(page, "Fetch the readme of acme/api");
  await untilAnswered(page);
  await expect(card(page, /README\.md/).last()).toBeVisible();

  const changes = (await auditTrail(page)).filter((action) => action.decidedBy);
  expect(changes.map((action) => [action.tool, action.status]).sort()).toEqual([
    ["BITBUCKET_CREATE_BRANCH", "succeeded"],
    ["BITBUCKET_CREATE_ISSUE_COMMENT", "succeeded"],
    ["BITBUCKET_CREATE_PULL_REQUEST", "succeeded"],
  ]);
});
