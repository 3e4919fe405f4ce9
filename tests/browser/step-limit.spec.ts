import { type OwnServer, startServer } from "../support/own-server";
import { connectSilently } from "./api";
import { lookAt } from "./looks/look-at";
import { answers, ask, expect, outcome, signInAsGuest, test, untilAnswered } from "./support";

let server: OwnServer;
test.beforeAll(async () => {
  server = await startServer({ AGENT_MAX_STEPS: "2" });
});
test.afterAll(() => server.kill());

test("at the limit of steps the person is asked, and going on leads to the end", {
  tag: "@gallery",
}, async ({ page }) => {
  await signInAsGuest(page, server.origin);
  await connectSilently(page);
  await ask(page, "List the open pull requests in acme/api");
  await untilAnswered(page);
  await expect(outcome(page)).toContainText("I stopped after 2 steps.");
  await lookAt(page, "step-limit");
  await page.reload();
  await page.getByRole("button", { name: "Continue" }).click();
  await untilAnswered(page);
  await expect(answers(page)).toHaveCount(2);
  await expect(answers(page).last()).toContainText(/12 open pull requests/);
  await expect(outcome(page)).toHaveCount(1);
});
