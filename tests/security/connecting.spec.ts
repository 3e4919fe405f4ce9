import type { Browser, Page } from "@playwright/test";
import {
  action,
  ask,
  connect,
  connectCard,
  expect,
  openConsent,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "../browser/support";
import { reportRow } from "./report";

test.describe.configure({ mode: "default" });

const cases = { tried: 0, gotThrough: 0 };
test.afterAll(() =>
  reportRow({
    row: 6,
    title: "Connecting, in a browser",
    cases: cases.tried,
    gotThrough: cases.gotThrough,
  }),
);

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
});

/** Takes the provider's link out of the starter's browser. */
async function takeLink(page: Page): Promise<string> {
  const consent = await openConsent(page);
  const link = consent.url();
  await consent.close();
  return link;
}

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** The stranger is talked into allowing it. */
async function consentAs(stranger: Page, link: string): Promise<void> {
  await stranger.goto(link);
  await stranger.getByRole("radio", { name: /Sam/ }).check();
  await stranger.getByRole("button", { name: "Allow" }).click();
}

/** Somebody allows it and does not go where that leads. @returns where it leads */
async function consentOnly(page: Page, link: string, identity: string): Promise<string> {
  const answer = await page.request.post(link, {
    headers: { origin: new URL(link).origin },
    form: { identity, decision: "allow" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  return answer.headers().location ?? "";
}

async function expectNothingConnected(page: Page): Promise<void> {
  cases.tried += 1;
  const accounts = await page.context().newPage();
  await accounts.goto(new URL("/connections", page.url()).href);
  await expect(accounts.getByText("No account is connected.")).toBeVisible();
  const rows = await accounts.locator('[data-slot="account-row"]').count();
  const listed = await action(page, /Listed/).count();
  if (rows + listed > 0) cases.gotThrough += 1;
  expect({ rows, listed }).toEqual({ rows: 0, listed: 0 });
  await accounts.close();
}

for (const signedIn of [false, true]) {
  const who = signedIn ? "who is signed in here, too" : "who is not signed in";
  test(`a link sent to somebody ${who} connects nobody`, async ({ page, browser }) => {
    const link = await takeLink(page);
    const stranger = await newPage(browser);
    if (signedIn) await signInAsGuest(stranger, new URL(page.url()).origin);
    await consentAs(stranger, link);
    await expect(stranger.getByRole("heading", { name: "This link is not yours" })).toBeVisible();
    await expect(stranger.getByRole("main")).toContainText("take the access back");
    await stranger.context().close();

    const card = connectCard(page);
    await expect(card).toHaveAttribute("data-status", "failed");
    await expect(card).toContainText("Somebody else finished this connection");
    await expectNothingConnected(page);
    await card.getByRole("button", { name: "Try again" }).click();
    await connect(page);
    await untilAnswered(page);
    await expect(action(page, /Listed \d+ repositories/)).toBeVisible();
  });
}

test("a link sent to somebody who does not come back connects nobody, whatever is asked for", async ({
  page,
  browser,
}) => {
  const link = await takeLink(page);
  await consentOnly(await newPage(browser), link, "sam-acme");

  const card = connectCard(page);
  await expect(card).toHaveAttribute("data-status", "waiting");
  await expect(card).toContainText("Finish in the tab that Bitbucket opened");
  await expectNothingConnected(page);

  const other = await page.context().newPage();
  await other.goto(new URL("/", page.url()).href);
  await ask(other, "List my repositories");
  await untilConnectionAsked(other);
  await expect(action(other, /Listed/)).toHaveCount(0);
  await expect(card).toHaveAttribute("data-status", "failed");
  await expect(card).toContainText("did not come back");
  await expectNothingConnected(page);
});

test("a return that says something else than the provider did is worth nothing", async ({
  page,
  browser,
}) => {
  const link = await takeLink(page);
  const callback = await consentOnly(await newPage(browser), link, "sam-acme");
  const mine = await page.context().newPage();
  const change = (name: string, value: string | null) => {
    const address = new URL(callback);
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
    return address.href;
  };
  const state = new URL(callback).searchParams.get("state") ?? "";
  for (const address of [
    change("state", null),
    change("state", ""),
    change("state", `${state}x`),
    change("state", state.toLowerCase()),
    `${change("state", state.slice(1))}&state=${state}`,
  ]) {
    await mine.goto(address);
    await expect(mine.getByRole("heading", { name: "This link is not yours" })).toBeVisible();
  }
  await mine.close();
  await expectNothingConnected(page);
});

test("an account named in the address is not believed", async ({ page }) => {
  cases.tried += 1;
  const callback = new URL(await consentOnly(page, await takeLink(page), "jane-acme"));
  callback.searchParams.set("connected_account_id", "ca_somebody_elses");
  callback.searchParams.set("status", "failed");
  const mine = await page.context().newPage();
  await mine.goto(callback.href);
  await expect(mine.getByRole("heading", { name: "Connected as jane-acme" })).toBeVisible();
  await expect(connectCard(page)).toContainText("Connected as jane-acme");
});
