import type { APIResponse, Page } from "@playwright/test";
import { connectSilently, pendingApproval, readChat, send } from "./api";
import {
  answers,
  approvalFor,
  ask,
  chatPath,
  expect,
  messageBox,
  notice,
  sendButton,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

test.beforeEach(({ page }) => signInAsGuest(page));

const apiPath = (chatPathName: string) => chatPathName.replace("/chat/", "/api/chats/");
const message = (text: string) => ({ id: crypto.randomUUID(), text });

async function answerOf(response: APIResponse) {
  return { status: response.status(), body: await response.text() };
}

/** Every call there is about a chat. */
async function callsAbout(page: Page, path: string) {
  return [
    await answerOf(await page.request.get(path)),
    await answerOf(await page.request.get(`${path}/stream?after=0`)),
    await answerOf(await send(page, "POST", `${path}/stop`)),
    await answerOf(await send(page, "PATCH", path, { title: "Mine now" })),
    await answerOf(await send(page, "DELETE", path)),
    await answerOf(await send(page, "POST", `${path}/shares`, {})),
  ];
}

test("a foreign chat is as absent as one that never was", async ({
  page,
  browser,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/);
  await connectSilently(page);
  await ask(page, "Create a branch my/own off main in acme/api");
  await approvalFor(page, /my\/own/);
  const path = await chatPath(page);
  const before = await readChat(page, path);

  const stranger = await (await browser.newContext()).newPage();
  await signInAsGuest(stranger);
  const foreign = await callsAbout(stranger, apiPath(path));
  const absent = await callsAbout(stranger, `/api/chats/${crypto.randomUUID()}`);
  expect(foreign).toEqual(absent);
  expect(new Set(foreign.map(({ status }) => status))).toEqual(new Set([404]));
  const said = await send(stranger, "POST", `${apiPath(path)}/messages`, message("hello"));
  expect(said.status()).toBe(404);
  for (const place of [path, "/chat/not-an-identifier", `/chat/${crypto.randomUUID()}`]) {
    expect((await stranger.goto(place))?.status()).toBe(404);
    await expect(stranger.getByRole("heading", { name: "There is no such chat" })).toBeVisible();
  }
  await stranger.context().close();
  expect(await readChat(page, path)).toEqual(before);
  expect(await pendingApproval(page, path)).toBeTruthy();
});

test("what is empty or too long is not sent, and the words are kept", async ({ page }) => {
  await messageBox(page).fill("   ");
  await expect(sendButton(page)).toBeDisabled();
  const long = "Show the issues of acme/api. ".repeat(3_600).slice(0, 100_000);
  await messageBox(page).fill(long);
  await expect(sendButton(page)).toBeDisabled();
  await expect(page.getByText("100,000 of 50,000 characters – shorten it")).toBeVisible();
  await messageBox(page).press("Enter");
  await expect(messageBox(page)).toHaveValue(long);

  for (const text of ["", " \n ", long]) {
    const path = `/api/chats/${crypto.randomUUID()}`;
    expect((await send(page, "POST", `${path}/messages`, message(text))).status()).toBe(400);
    expect((await page.request.get(path)).status()).toBe(404);
  }
  await messageBox(page).fill("help");
  await page.keyboard.press("Enter");
  await untilAnswered(page);
  await expect(answers(page)).toContainText("You can ask for");
});

test("what the server refuses stays in the box", async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 500/);
  await page.route(/\/messages$/, (route) => route.fulfill({ status: 500, body: "Bad gateway" }), {
    times: 1,
  });
  await ask(page, "help");
  await expect(notice(page)).toContainText("Try again");
  await expect(messageBox(page)).toHaveValue("help");
  await sendButton(page).click();
  await untilAnswered(page);
  await expect(answers(page)).toHaveCount(1);
});

test("only our own pages may change anything, and only by JSON", async ({ page }) => {
  const origin = new URL(page.url()).origin;
  const path = `${origin}/api/chats/${crypto.randomUUID()}`;
  const json = { "content-type": "application/json" };
  const statusOf = async (headers: Record<string, string>, data: string) =>
    (await page.request.post(`${path}/messages`, { headers, data })).status();
  const body = JSON.stringify(message("help"));
  for (const foreign of ["null", "https://evil.example", "http://localhost.evil.example"])
    expect(await statusOf({ ...json, origin: foreign }, body)).toBe(403);
  expect(await statusOf(json, body)).toBe(403);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
    expect(await statusOf({ origin, "content-type": type }, body)).toBe(415);
  expect(await statusOf({ origin, ...json }, "{")).toBe(400);
  expect(await statusOf({ origin, ...json }, JSON.stringify({ text: "a".repeat(1_100_000) }))).toBe(
    413,
  );
  expect((await page.request.get(path)).status()).toBe(404);
});
