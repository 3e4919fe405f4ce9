import { connectSilently } from "./api";
import {
  action,
  answers,
  approvalFor,
  ask,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

test("after an answer its last card says what could come next, and a press asks it", async ({
  page,
}) => {
  await signInAsGuest(page);
  await connectSilently(page, "jane-acme");
  await page.goto(new URL("/", page.url()).href);
  await expect(page.getByRole("switch", { name: "Bitbucket" })).toHaveCount(0);
  await ask(page, "Which pull requests are open in acme/api?");
  await untilAnswered(page);
  const next = page.getByRole("list", { name: "Next steps" });
  await next.getByRole("button", { name: /: Show pull request #\d+ in acme\/api/ }).click();
  await expect(answers(page)).toHaveCount(2);
  await untilAnswered(page);
  await expect(action(page, /pull request #\d+/i).last()).toBeVisible();
  // Those of the answer before are gone.
  await expect(next).toHaveCount(1);
  await next.getByRole("button", { name: /^Approve pull request #\d+ in acme\/api/ }).click();
  await expect(await approvalFor(page, /Approve pull request #\d+/)).toBeVisible();
  await expect(next).toHaveCount(0);
});
