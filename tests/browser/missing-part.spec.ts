import { connectSilently } from "./api";
import {
  answers,
  ask,
  expect,
  messageBox,
  notice,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

test("words stay when the page cannot fetch what sends them, and go when it can", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_FAILED/);
  await signInAsGuest(page);
  await connectSilently(page);
  const scripts = "**/_next/static/**/*.js";
  await page.waitForLoadState("networkidle");
  await page.route(scripts, (route) => route.abort());
  await ask(page, "Which workspaces am I in?");
  await expect(notice(page)).toContainText("could not be fetched");
  await expect(messageBox(page)).toHaveValue("Which workspaces am I in?");
  await page.unroute(scripts);
  await ask(page, "Which workspaces am I in?");
  await untilAnswered(page);
  await expect(answers(page)).toHaveCount(1);
  await expect(notice(page)).toHaveCount(0);
});
