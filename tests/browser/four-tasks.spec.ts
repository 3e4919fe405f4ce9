import { auditTrail } from "./api";
import {
  action,
  approve,
  ask,
  connect,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";
import { expectAudited, openWorld, sandboxDirectory } from "./world";

test("the article's four tasks, each to its end", async ({ page }, info) => {
  test.setTimeout(180_000);
  await signInAsGuest(page);

  await ask(page, "Create a new branch release/2.0 off main in acme/api");
  await connect(page);
  await approve(page, /Create branch release\/2\.0/);
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  const branches = await world.branches("acme/api");
  expect(branches.get("main")).toMatch(/^[0-9a-f]{40}$/);
  expect(branches.get("release/2.0")).toBe(branches.get("main"));

  await ask(page, "Open a pull request for my feature in acme/api");
  await approve(page, /pull request/i);
  await untilAnswered(page);
  const [, opened] = await world.changeLog();
  expect(opened).toMatchObject({
    slug: "BITBUCKET_CREATE_PULL_REQUEST",
    username: "jane-acme",
    arguments: { source_branch: expect.stringMatching(/^feature\//) },
    outcome: { state: "OPEN" },
  });
  await expect(action(page, /Opened pull request/).last()).toContainText(
    String(opened?.outcome.title),
  );

  await ask(page, "Comment on the latest open issue in acme/api: I will look at this today");
  await approve(page, /comment/i);
  await untilAnswered(page);
  const commented = (await world.changeLog()).at(-1);
  expect(commented).toMatchObject({
    slug: "BITBUCKET_CREATE_ISSUE_COMMENT",
    outcome: { content: { raw: "I will look at this today" } },
  });

  await ask(page, "Fetch the readme of acme/api");
  await untilAnswered(page);
  const readme = await world.file("acme/api", "README.md");
  const shown = action(page, /README\.md/).last();
  for (const line of readme
    .split("\n")
    .filter((text) => /\w/.test(text))
    .slice(0, 8))
    await expect(shown).toContainText(line.trim());

  const changes = (await auditTrail(page)).filter((entry) => entry.decidedBy);
  expect(changes.map((entry) => [entry.tool, entry.status]).sort()).toEqual([
    ["BITBUCKET_CREATE_BRANCH", "succeeded"],
    ["BITBUCKET_CREATE_ISSUE_COMMENT", "succeeded"],
    ["BITBUCKET_CREATE_PULL_REQUEST", "succeeded"],
  ]);
  await expectAudited(page, world);
});
