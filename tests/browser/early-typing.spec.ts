import { expect, messageBox, sendButton, signInAsGuest, test } from "./support";

test("what is typed before the page has come to life is there, and can be sent", async ({
  page,
}) => {
  await signInAsGuest(page);
  const { promise: typed, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await messageBox(page).fill("List my workspaces");
  await expect(sendButton(page)).toBeDisabled();
  release();
  await expect(sendButton(page)).toBeEnabled();
  await expect(messageBox(page)).toHaveValue("List my workspaces");
});
