import { type BrowserContext, expect, test } from "@playwright/test";
import { reportRow } from "./report";
import { type HostileChats, startHostileChats } from "./support/hostile-chats";
import { type Leak, leaks } from "./support/leaks";
import { foreignMarkup, openAll, untilSettled } from "./support/look-around";
import { askedOutside } from "./support/network-log";
import { showRaw } from "./support/raw-page";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const stoppable = leaks.filter(({ beyondPolicy }) => beyondPolicy === undefined);

let chats: HostileChats;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  chats = await startHostileChats(browser);
  await chats.write(leaks.map(({ text }) => text));
});
test.afterAll(() => chats.close());

/** Looks at all chats and their copies, as a signed-in person, with everything on them unfolded. */
async function lookAtChats(context: BrowserContext) {
  await context.addCookies((await chats.session()).cookies);
  const page = await context.newPage();
  await chats.visit(async (address) => {
    await page.goto(address);
    await openAll(page);
    await untilSettled(page);
    expect(await foreignMarkup(page)).toEqual([]);
  });
}

/** Writes the payloads into pages of ours as they are. */
async function lookAtRaw(context: BrowserContext, some: readonly Leak[]) {
  const page = await context.newPage();
  for (const { html } of some) await showRaw(page, chats.origin, html);
}

test("the payloads do leak where nothing stops them", async () => {
  const got = await askedOutside("off", (context) => lookAtRaw(context, leaks));
  expect(got).toEqual(leaks.map(({ name }) => name).sort());
});

test("nothing that an answer, a tool or a stranger says makes the browser ask another host", async () => {
  const got = await askedOutside("kept", lookAtChats);
  reportRow({ row: 10, title: "Foreign requests", cases: leaks.length, gotThrough: got.length });
  expect(leaks.length).toBeGreaterThanOrEqual(60);
  expect(got).toEqual([]);
});

test("nor with the policy off: the sanitiser holds alone", async () => {
  const got = await askedOutside("off", lookAtChats);
  reportRow({
    row: 10,
    title: "Foreign requests, sanitiser alone",
    cases: leaks.length,
    gotThrough: got.length,
  });
  expect(got).toEqual([]);
});

test("nor with the sanitiser off: the policy holds alone, but for what no policy can stop", async () => {
  const got = await askedOutside("kept", (context) => lookAtRaw(context, stoppable));
  reportRow({
    row: 10,
    title: "Foreign requests, policy alone",
    cases: stoppable.length,
    gotThrough: got.length,
  });
  expect(stoppable.length).toBeGreaterThanOrEqual(60);
  expect(got).toEqual([]);
});

test("every link to another host says so before it is followed, and opens apart", async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: await chats.session() });
  const page = await context.newPage();
  let seen = 0;
  const silent: string[] = [];
  await chats.visit(async (address) => {
    await page.goto(address);
    await openAll(page);
    for (const link of await page.locator("a[href]").all()) {
      const { href, text, apart } = await link.evaluate((element: HTMLAnchorElement) => ({
        href: element.href,
        text: element.textContent,
        apart: element.target === "_blank" && element.rel === "noopener noreferrer",
      }));
      const { host, origin } = new URL(href);
      if (origin === chats.origin) continue;
      seen += 1;
      if (!apart || !text.includes(host)) silent.push(href);
    }
  });
  await context.close();
  expect(seen).toBeGreaterThan(0);
  expect(silent).toEqual([]);
});
