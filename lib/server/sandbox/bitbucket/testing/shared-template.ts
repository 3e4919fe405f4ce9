import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { provideTemplate } from "../seed/provide-template";

const sources = fileURLToPath(new URL("..", import.meta.url));
const lockFile = fileURLToPath(new URL("../../../../../package-lock.json", import.meta.url));

/**
 * Gives a test's folder a template that the test files build once and share. It is found by the hash of
 * everything it is made with, so a change of the code never meets an older template.
 */
export async function copySharedTemplate(directory: string): Promise<void> {
  const shared = join(tmpdir(), `branchline-bitbucket-template-${hashOfSources()}`);
  const template = await provideTemplate(shared, new Date());
  cpSync(template, join(directory, relative(shared, template)), { recursive: true });
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(readFileSync(lockFile));
  for (const entry of readdirSync(sources, { recursive: true, encoding: "utf8" }).sort()) {
    if (entry.endsWith(".ts")) hash.update(entry).update(readFileSync(join(sources, entry)));
  }
  return hash.digest("hex").slice(0, 16);
}
