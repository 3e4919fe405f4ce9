import { randomUUID } from "node:crypto";
import { cpSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { provideTemplate } from "../seed/provide-template";
import { exists } from "./files";
import { withLock } from "./lock";
import { documentPath } from "./paths";

/** Makes a world out of the template unless it is there. It appears whole, by one rename, or not at all. */
export async function provideWorld(directory: string, folder: string): Promise<void> {
  if (await exists(documentPath(folder))) return;
  await withLock(`${directory}#template`, async () => {
    const template = await provideTemplate(directory, new Date());
    const copy = join(dirname(folder), `.new-${randomUUID()}`);
    await mkdir(dirname(folder), { recursive: true });
    try {
      // A template is about eighty small files: copied here in some 5 ms, one by one over the thread pool in 50.
      cpSync(template, copy, { recursive: true });
      await rename(copy, folder);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });
}
