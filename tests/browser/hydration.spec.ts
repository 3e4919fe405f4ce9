import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { connectSilently } from "./api";
import { action, ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

/** The scripts that show what an agent did, by a mark that only their code has. */
const renderers = new Set(
  globSync(".next/static/chunks/*.js")
    .filter((file) => readFileSync(file, "utf8").includes('"data-slot":"action-list"'))
    .map((file) => basename(file)),
);

test("what the server rendered stays on the screen until the code that shows it is there", async ({
  page,
}) => {
  expect(renderers.size).toBeGreaterThan(0);
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Which pull requests are open in acme/api?");
  await untilAnswered(page);
  const path = await chatPath(page);
  const { promise: seen, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    if (renderers.has(basename(new URL(route.request().url()).pathname))) await seen;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  const row = action(page, /pull requests/i).first();
  await expect(row).toBeVisible();
  const rendered = await row.elementHandle();
  // What the page asks for by itself has been answered, and is on the screen.
  await expect(
    page.getByRole("button", { name: /^Works in Bitbucket as jane-acme/ }),
  ).toBeVisible();
  expect(await rendered?.evaluate((element) => element.isConnected)).toBe(true);
  release();
  await expect(row).toBeVisible();
});
