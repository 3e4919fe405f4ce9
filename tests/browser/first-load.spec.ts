import { globSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import { budgets, onDemand } from "./first-load.budgets";
import { shareByApi } from "./sharing";
import { ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

type Script = { name: string; bytes: number; text: string; first: boolean };
/** `fonts`: bytes; they are sent as they are. */
type Fetched = { scripts: Script[]; fonts: number };

const built = (address: string) => address.replace(/^\/_next/, ".next");

/** Every script, the biggest first, and the fonts that a browser without a cache fetches of a page by itself. */
async function fetchedBy(page: Page, path: string): Promise<Fetched> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() });
  if (!context) throw new Error("No browser.");
  const fresh = await context.newPage();
  const scripts = new Set<string>();
  const fonts = new Set<string>();
  fresh.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === "script") scripts.add(pathname);
    if (request.resourceType() === "font") fonts.add(pathname);
  });
  const answer = await fresh.goto(new URL(path, test.info().project.use.baseURL).href, {
    waitUntil: "networkidle",
  });
  const html = (await answer?.text()) ?? "";
  await context.close();
  return {
    scripts: [...scripts]
      .map((address) => {
        const text = readFileSync(built(address), "utf8");
        const name = basename(address);
        return { name, bytes: gzipSync(text).length, text, first: html.includes(name) };
      })
      .sort((one, other) => other.bytes - one.bytes),
    fonts: [...fonts].reduce((total, address) => total + statSync(built(address)).size, 0),
  };
}

const keys = ["first", "all", "fonts"] as const;
const sum = (scripts: Script[]) => scripts.reduce((total, { bytes }) => total + bytes, 0);
const biggest = (scripts: Script[]) =>
  scripts.slice(0, 5).map(({ name, bytes }) => `${name} ${bytes}`);

test("a first visit fetches no more than its budget, and nothing that waits to be opened", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const signIn = await fetchedBy(page, "/signin");
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Which pull requests are open in acme/api?");
  await untilAnswered(page);
  const chat = await chatPath(page);
  const { path } = await shareByApi(page, chat, { audience: "link" });
  const pages: Record<keyof typeof budgets, Fetched> = {
    "/": await fetchedBy(page, "/"),
    "/chat": await fetchedBy(page, chat),
    "/signin": signIn,
    "/share": await fetchedBy(page, path),
  };
  const over = Object.entries(budgets).flatMap(([name, budget]) => {
    const { scripts, fonts } = pages[name as keyof typeof budgets];
    const named = scripts.filter((script) => script.first);
    const fetched = { first: sum(named), all: sum(scripts), fonts };
    const figures = `${name}: ${JSON.stringify(fetched)} of ${JSON.stringify(budget)}`;
    test.info().annotations.push({ type: "bytes", description: figures });
    const isOver = keys.some((key) => fetched[key] > budget[key]);
    return isOver ? [[figures, ...biggest(scripts)]] : [];
  });
  expect(over).toEqual([]);

  const texts = globSync(".next/static/chunks/*.js").map((file) => readFileSync(file, "utf8"));
  for (const [what, mark] of Object.entries(onDemand)) {
    expect(
      texts.some((text) => text.includes(mark)),
      `the mark of ${what} is in what was built`,
    ).toBe(true);
    for (const [name, { scripts }] of Object.entries(pages))
      expect(
        scripts.filter(({ first, text }) => first && text.includes(mark)).map(({ name }) => name),
        `${what} is in the first load of ${name}`,
      ).toEqual([]);
  }
});
