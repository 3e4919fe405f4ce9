import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import {
  answers,
  approvalFor,
  approve,
  ask,
  expect,
  messageBox,
  notice,
  outcome,
  sendButton,
  signInAsGuest,
  stopButton,
  test,
  untilAnswered,
} from "./support";

const queued = (page: Page) =>
  page.getByRole("list", { name: "Messages that wait" }).getByRole("listitem");
const own = (page: Page) => page.getByRole("article", { name: "You" });
const takeBack = (page: Page, text: RegExp) => page.getByRole("button", { name: text });

async function write(page: Page, text: string): Promise<void> {
  await messageBox(page).fill(text);
  await messageBox(page).press("Enter");
}

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

test("what is written meanwhile waits, over a reload and in two tabs, and is sent once", async ({
  page,
}) => {
  await ask(page, "Create a branch queue/one off main in acme/api");
  await approvalFor(page, /queue\/one/);
  await write(page, "List my workspaces");
  await write(page, "List my repositories");
  await expect(queued(page)).toHaveText([/List my workspaces/, /List my repositories/]);
  await expect(messageBox(page)).toHaveValue("");

  await page.reload();
  await approvalFor(page, /queue\/one/);
  await expect(queued(page)).toHaveCount(2);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(queued(other)).toHaveCount(2);
  await takeBack(other, /Take back: List my repositories/).click();
  await expect(messageBox(other)).toHaveValue("List my repositories");
  await expect(queued(page)).toHaveCount(1);

  await page.bringToFront();
  await approve(page, /queue\/one/);
  await expect(own(page)).toHaveCount(2);
  await expect(queued(page)).toHaveCount(0);
  await expect(answers(page)).toHaveCount(2);
  await untilAnswered(page);
  await page.reload();
  await expect(own(page)).toHaveText([/queue\/one/, /List my workspaces/]);
});

test("after a stop nothing is sent by itself, and what waits can be sent by hand or taken back", async ({
  page,
}) => {
  await ask(page, "Create a branch queue/two off main in acme/api");
  await approvalFor(page, /queue\/two/);
  await write(page, "List my workspaces");
  await write(page, "Something else");
  await stopButton(page).click();
  await expect(outcome(page)).toContainText("Stopped by you");
  await expect(queued(page)).toHaveCount(2);
  await expect(own(page)).toHaveCount(1);

  await messageBox(page).fill("Already here");
  await takeBack(page, /Take back: Something else/).click();
  await expect(messageBox(page)).toHaveValue("Something else\n\nAlready here");
  await expect(sendButton(page)).toBeEnabled();
  await page.getByRole("button", { name: "Send now" }).click();
  await untilAnswered(page);
  await expect(own(page)).toHaveCount(2);
  await expect(queued(page)).toHaveCount(0);
  await expect(messageBox(page)).toHaveValue("Something else\n\nAlready here");
});

test("a message whose sending failed waits, is not sent again by itself, and goes once by hand", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_FAILED/);
  await ask(page, "Create a branch queue/three off main in acme/api");
  await approvalFor(page, /queue\/three/);
  await write(page, "List my workspaces");
  await write(page, "List my repositories");
  const posted: string[] = [];
  page.on("request", (request) => {
    const isMessage = request.method() === "POST" && request.url().endsWith("/messages");
    if (isMessage) posted.push(request.postDataJSON().id);
  });
  await page.route("**/api/chats/*/messages", (route) => route.abort());
  await approve(page, /queue\/three/);
  await expect(notice(page)).toContainText("could not be reached");
  await expect(page.getByText("Not sent by itself: send it now, or take it back")).toBeVisible();
  await expect(queued(page)).toHaveCount(2);
  await expect(own(page)).toHaveCount(1);

  await page.unroute("**/api/chats/*/messages");
  await page.reload();
  await expect(page.getByRole("button", { name: "Send now" })).toHaveCount(2);
  expect(posted).toHaveLength(1);
  await page.getByRole("button", { name: "Send now" }).first().click();
  await expect(own(page)).toHaveText([/queue\/three/, /my workspaces/, /my repositories/]);
  await expect(queued(page)).toHaveCount(0);
  await untilAnswered(page);
  expect(posted).toHaveLength(3);
  expect(posted[1]).toBe(posted[0]);
});
