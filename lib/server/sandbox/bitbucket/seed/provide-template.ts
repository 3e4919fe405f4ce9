import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../store/files";
import { templatesDirectory } from "../store/paths";
import { buildTemplate } from "./build-template";
import { seedContent } from "./content";

/** Two builders may clear away the same folder at once; the slower one then meets it half empty. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };

const fingerprint = createHash("sha256")
  .update(JSON.stringify(seedContent))
  .digest("hex")
  .slice(0, 12);

/**
 * The folder new worlds are copied from, built when there is none of today: what was "yesterday" in a seed of
 * last month would be stale. It appears by one rename; whoever loses a race uses the winner's.
 */
export async function provideTemplate(directory: string, now: Date): Promise<string> {
  const templates = templatesDirectory(directory);
  const name = `${fingerprint}-${now.toISOString().slice(0, 10)}`;
  const template = join(templates, name);
  if (await exists(template)) return template;
  const building = join(templates, `.building-${randomUUID()}`);
  await mkdir(templates, { recursive: true });
  try {
    await buildTemplate(building, now);
    await rename(building, template);
  } catch (error) {
    if (!(await exists(template))) throw error;
  } finally {
    await rm(building, removal);
  }
  await removeOthers(templates, name);
  return template;
}

/** Earlier templates, and what a process that died while building left behind. */
async function removeOthers(templates: string, name: string): Promise<void> {
  const others = (await readdir(templates)).filter((other) => other !== name);
  await Promise.all(others.map((other) => rm(join(templates, other), removal)));
}
