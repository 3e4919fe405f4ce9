import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { systemBrowser } from "../../support/system-browser";

const leakHost = /([a-z0-9-]+)\.leak\.example/g;

/**
 * What a browser asked other hosts for while it was looked at something with: the names of the leaks that got as far as its
 * network stack, also where no page gets to see it. With a profile of its own, because a private one guesses ahead less.
 */
export async function askedOutside(
  policy: "kept" | "off",
  look: (context: BrowserContext) => Promise<void>,
): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), "branchline-network-"));
  const log = join(directory, "network.json");
  const executablePath = systemBrowser();
  const context = await chromium.launchPersistentContext(join(directory, "profile"), {
    ...(executablePath ? { executablePath } : {}),
    bypassCSP: policy === "off",
    args: ["--no-sandbox", "--disable-background-networking", `--log-net-log=${log}`],
  });
  try {
    await look(context);
  } finally {
    await context.close();
  }
  const asked = new Set<string>();
  for (const [, name = ""] of readFileSync(log, "utf8").matchAll(leakHost)) asked.add(name);
  rmSync(directory, { recursive: true });
  return [...asked].sort();
}
