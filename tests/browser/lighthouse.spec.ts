import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "../support/free-port";
import { connectSilently } from "./api";
import { createLink, openShareDialog } from "./sharing";
import { ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

const categories = ["accessibility", "best-practices"];

/** What keeps a page from full marks; empty when nothing does. */
async function shortcomings(address: string, port: number): Promise<string[]> {
  const result = await lighthouse(address, {
    port,
    onlyCategories: categories,
    // Of the person who is signed in.
    disableStorageReset: true,
    formFactor: "desktop",
    screenEmulation: { disabled: true },
    throttlingMethod: "provided",
    output: "json",
    logLevel: "error",
  });
  if (!result) throw new Error(`Lighthouse said nothing about ${address}.`);
  const { audits, categories: judged, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(runtimeError.message);
  expect(Object.keys(judged)).toEqual(categories);
  return Object.values(judged).flatMap(({ title, score, auditRefs }) =>
    score === 1
      ? []
      : auditRefs
          .map(({ id }) => audits[id])
          .filter((audit) => audit && audit.score !== null && audit.score < 1)
          .map((audit) => `${title}: ${audit?.title} ${JSON.stringify(audit?.details)}`),
  );
}

test("Lighthouse gives full marks for accessibility and best practices", async ({
  baseURL,
  launchOptions,
}, info) => {
  test.setTimeout(180_000);
  const port = await freePort();
  // Lighthouse opens its own tab, which is signed in only where the browser's own profile is.
  const context = await chromium.launchPersistentContext(info.outputPath("profile"), {
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
    baseURL,
  });
  try {
    const found: Record<string, string[]> = {};
    const look = async (path: string) => {
      found[path] = await shortcomings(new URL(path, baseURL).href, port);
    };
    await look("/signin");
    const page = await context.newPage();
    await signInAsGuest(page);
    await connectSilently(page);
    await ask(page, "Which pull requests are open in acme/api?");
    await untilAnswered(page);
    const chat = await chatPath(page);
    await openShareDialog(page);
    const share = new URL(await createLink(page)).pathname;
    for (const path of [chat, share, "/connections"]) await look(path);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(4);
  } finally {
    await context.close();
  }
});
