import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { reportRow } from "./report";
import { type HostileChats, startHostileChats } from "./support/hostile-chats";
import { foreignMarkup, openAll, untilSettled } from "./support/look-around";
import { showRaw } from "./support/raw-page";
import { runMark, type Vector, vectors } from "./support/vectors";

test.describe.configure({ mode: "serial", timeout: 180_000 });

/** Provides what the vectors call, also in frames, and answers which of them did. */
async function watch(context: BrowserContext): Promise<Set<string>> {
  const ran = new Set<string>();
  await context.exposeFunction(runMark, (name: string) => void ran.add(name));
  context.on("dialog", (dialog) => {
    ran.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return ran;
}

/** Does to everything on a page what a person might do to it. */
async function touchAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kinds = ["mouseover", "pointerdown", "focus", "click"];
    for (const element of document.querySelectorAll("body *"))
      for (const kind of kinds)
        element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  });
}

/** @param until what to wait for after each vector, besides a browser with nothing left to do */
async function runRaw(
  context: BrowserContext,
  origin: string,
  until: (ran: Set<string>, name: string) => Promise<void> = async () => {},
) {
  const ran = await watch(context);
  const page = await context.newPage();
  for (const { name, html } of vectors) {
    await showRaw(page, origin, html);
    await touchAll(page).catch(() => undefined);
    await untilSettled(page).catch(() => undefined);
    await until(ran, name);
  }
  return [...ran].sort();
}

const names = (some: readonly Vector[]) => some.map(({ name }) => name).sort();

let chats: HostileChats;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  chats = await startHostileChats(browser);
  await chats.write(vectors.map(({ text }) => text));
});
test.afterAll(() => chats.close());

test("the vectors do run where nothing stops them", async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true });
  const ran = await runRaw(context, chats.origin, (all, name) =>
    expect.poll(() => all.has(name), `${name} runs`).toBe(true),
  );
  expect(ran).toEqual(names(vectors));
  await context.close();
});

for (const [title, bypassCSP] of [
  ["Script runs", false],
  ["Script runs, sanitiser alone", true],
] as const)
  test(`no word of an answer, a tool or a stranger runs: ${title}`, async ({ browser }) => {
    const context = await browser.newContext({ storageState: await chats.session(), bypassCSP });
    const ran = await watch(context);
    const page = await context.newPage();
    const foreign: string[] = [];
    await chats.visit(async (address) => {
      await page.goto(address);
      await openAll(page);
      await untilSettled(page);
      foreign.push(...(await foreignMarkup(page)));
    });
    await context.close();
    reportRow({ row: 11, title, cases: vectors.length, gotThrough: ran.size });
    expect(vectors.length).toBeGreaterThanOrEqual(40);
    expect([...ran]).toEqual([]);
    expect(foreign).toEqual([]);
  });

test("nor with the sanitiser off: the policy holds alone", async ({ browser }) => {
  const context = await browser.newContext();
  const ran = await runRaw(context, chats.origin);
  await context.close();
  reportRow({
    row: 11,
    title: "Script runs, policy alone",
    cases: vectors.length,
    gotThrough: ran.length,
  });
  expect(ran).toEqual([]);
});

test("what the provider says on the way back is on no page", async ({ browser }) => {
  const context = await browser.newContext({ storageState: await chats.session() });
  const ran = await watch(context);
  const page = await context.newPage();
  const paths = ["/connect/callback", "/signin", "/connect/x", "/share/x", "/chat/x", "/x"];
  const fields = ["state", "error", "error_description", "status", "next"];
  const marked = `reflected${vectors[0]?.text}`;
  const reflecting: string[] = [];
  for (const path of paths) {
    const query = new URLSearchParams(fields.map((field) => [field, marked]));
    await page.goto(`${chats.origin}${path}?${query}`);
    await untilSettled(page);
    // Not in scripts: in one of Next's own, the address stands as a string.
    if ((await page.getByText("reflected").count()) > 0) reflecting.push(path);
  }
  await context.close();
  expect([...ran]).toEqual([]);
  expect(reflecting).toEqual([]);
});
