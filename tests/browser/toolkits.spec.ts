import { type OwnServer, startServer } from "../support/own-server";
import { connectSilently } from "./api";
import { action, answers, ask, expect, signInAsGuest, test, untilAnswered } from "./support";

let server: OwnServer;
test.use({ baseURL: "" });
test.beforeEach(async () => {
  test.setTimeout(120_000);
  server = await startServer({ TOOLKITS: "bitbucket,jira" });
});
test.afterEach(async ({ page }) => {
  // What the page still asks for would end in errors of its own.
  await page.close();
  await server.kill();
});

test("a toolkit is switched off for a chat, stays off, and is used again once it is on", async ({
  page,
}) => {
  await signInAsGuest(page, server.origin);
  await connectSilently(page, "jane-acme");
  await page.goto(server.origin);
  const switches = page.getByRole("group", { name: "Toolkits of this chat" });
  const bitbucket = switches.getByRole("switch", { name: "Bitbucket" });
  await expect(switches.getByRole("switch", { name: "Jira" })).toBeChecked();
  await bitbucket.focus();
  await page.keyboard.press("Space");
  await expect(bitbucket).not.toBeChecked();
  await ask(page, "List the branches of acme/api");
  await untilAnswered(page);
  await expect(answers(page)).toHaveCount(1);
  await expect(action(page, /Listed .* branches/)).toHaveCount(0);

  await page.reload();
  await expect(bitbucket).not.toBeChecked();
  await bitbucket.check();
  await ask(page, "List the branches of acme/api");
  await untilAnswered(page);
  await expect(action(page, /Listed .* branches/)).toBeVisible();
  await page.reload();
  await expect(bitbucket).toBeChecked();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(bitbucket).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
