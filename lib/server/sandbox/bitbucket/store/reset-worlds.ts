import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "./files";
import { templatesDirectory, worldsDirectory } from "./paths";

/** Forgets every world and the template. The next call finds a fresh one. */
export async function resetWorlds(directory: string): Promise<void> {
  for (const path of [worldsDirectory(directory), templatesDirectory(directory)]) {
    // Out of the way in one step first, so that nobody is handed a world that is half gone.
    const discarded = join(directory, `.discarded-${randomUUID()}`);
    try {
      await rename(path, discarded);
    } catch (error) {
      if (hasCode(error, "ENOENT")) continue;
      throw error;
    }
    await rm(discarded, { recursive: true, force: true });
  }
}
