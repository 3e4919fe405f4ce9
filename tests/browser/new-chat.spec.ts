import { answers, ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

/** The second message is taken by the server at once, and the page hears of it with the event `taken`. */
function hearLate(): void {
  const network = window.fetch;
  let messages = 0;
  window.fetch = async (input, init) => {
    if (!String(input).endsWith("/messages")) return network(input, init);
    messages += 1;
    if (messages !== 2) return network(input, init);
    // As when the answer comes in the moment in which the page leaves the chat: it is not called off any more.
    const answer = await network(input, { ...init, signal: null });
    await new Promise((resolve) => window.addEventListener("taken", resolve, { once: true }));
    return answer;
  };
}

test("a message that the page hears of late does not call its chat back", async ({ page }) => {
  await page.addInitScript(hearLate);
  await signInAsGuest(page);
  await ask(page, "help");
  const path = await chatPath(page);
  await untilAnswered(page);
  const taken = page.waitForResponse("**/messages");
  await ask(page, "help");
  await taken;
  await page.getByRole("link", { name: "New chat" }).click();
  await page.waitForURL((address) => address.pathname === "/");
  await page.evaluate(() => window.dispatchEvent(new Event("taken")));
  await ask(page, "Hello");
  await untilAnswered(page);
  expect(await chatPath(page)).not.toBe(path);
  await expect(answers(page)).toHaveCount(1);
});
