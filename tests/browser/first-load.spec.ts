import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import { budgets, onDemand } from "./first-load.budgets";
import { shareByApi } from "./sharing";
import { ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

type Script = { name: string; bytes: number; text: string; first: boolean };

/** Every script that a browser without a cache fetches of a page by itself, the biggest first. */
async function scriptsOf(page: Page, path: string): Promise<Script[]> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() });
  if (!context) throw new Error("No browser.");
  const fresh = await context.newPage();
  const names = new Set<string>();
  fresh.on("request", (request) => {
    if (request.resourceType() === "script") names.add(new URL(request.url()).pathname);
  });
  const answer = await fresh.goto(new URL(path, test.info().project.use.baseURL).href, {
    waitUntil: "networkidle",
  });
  const html = (await answer?.text()) ?? "";
  await context.close();
  return [...names]
    .map((address) => {
      const text = readFileSync(address.replace(/^\/_next/, ".next"), "utf8");
      const name = basename(address);
      return { name, bytes: gzipSync(text).length, text, first: html.includes(name) };
    })
    .sort((one, other) => other.bytes - one.bytes);
}

const sum = (scripts: Script[]) => scripts.reduce((total, { bytes }) => total + bytes, 0);
const biggest = (scripts: Script[]) =>
  scripts.slice(0, 5).map(({ name, bytes }) => `${name} ${bytes}`);

test("a first visit fetches no more script than its budget, and nothing that waits to be opened", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const signIn = await scriptsOf(page, "/signin");
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Which pull requests are open in acme/api?");
  await untilAnswered(page);
  const chat = await chatPath(page);
  const { path } = await shareByApi(page, chat, { audience: "link" });
  const pages: Record<keyof typeof budgets, Script[]> = {
    "/": await scriptsOf(page, "/"),
    "/chat": await scriptsOf(page, chat),
    "/signin": signIn,
    "/share": await scriptsOf(page, path),
  };
  const over = Object.entries(budgets).flatMap(([name, { first, all }]) => {
    const scripts = pages[name as keyof typeof budgets];
    const named = scripts.filter((script) => script.first);
    const figures = `${name}: first ${sum(named)} of ${first}, all ${sum(scripts)} of ${all}`;
    test.info().annotations.push({ type: "bytes", description: figures });
    return sum(named) > first || sum(scripts) > all ? [[figures, ...biggest(scripts)]] : [];
  });
  expect(over).toEqual([]);

  const built = globSync(".next/static/chunks/*.js").map((file) => readFileSync(file, "utf8"));
  for (const [what, mark] of Object.entries(onDemand)) {
    expect(
      built.some((text) => text.includes(mark)),
      `the mark of ${what} is in what was built`,
    ).toBe(true);
    for (const [name, scripts] of Object.entries(pages))
      expect(
        scripts.filter(({ first, text }) => first && text.includes(mark)).map(({ name }) => name),
        `${what} is in the first load of ${name}`,
      ).toEqual([]);
  }
});
