import { readFile } from "node:fs/promises";
import type { ChangeLogEntry } from "./change-log";
import { writeAtomically } from "./files";
import { applyGitOperation, type GitOperation } from "./git-operation";
import { withLock } from "./lock";
import { documentPath, worldDirectory } from "./paths";
import { provideWorld } from "./provide-world";
import { type WorldDocument, worldSchema } from "./world-schema";

export type OpenWorld = {
  folder: string;
  /** A copy of its own for this task: throw it away and nothing has happened. */
  document: WorldDocument;
  commit(change: {
    entry: Omit<ChangeLogEntry, "sequence">;
    operations: readonly GitOperation[];
  }): Promise<void>;
};

/**
 * Opens a world for one task, alone. A world nobody has used yet is made first.
 *
 * The document is the write-ahead log of git. A commit writes the changed document, its entry in the change
 * log and the promised git operations in one atomic write; then it makes the operations; then it clears them.
 * A process that dies in between leaves the promise behind, and every opening keeps it before it hands the
 * world out. So no reference ever moves without its entry, and nobody is shown an entry whose reference has
 * not moved. (New git objects are written before all this: without a reference they do not exist for anyone.)
 */
export async function withWorld<Result>(
  place: { directory: string; world: string },
  task: (world: OpenWorld) => Promise<Result>,
): Promise<Result> {
  const folder = worldDirectory(place.directory, place.world);
  return withLock(folder, async () => {
    await provideWorld(place.directory, folder);
    const document = await readDocument(folder);
    await keepPromises(folder, document);
    return task({
      folder,
      document,
      async commit({ entry, operations }) {
        const sequence = (document.changeLog.at(-1)?.sequence ?? 0) + 1;
        document.changeLog.push({ sequence, ...entry });
        document.pendingOperations = [...operations];
        await writeDocument(folder, document);
        await keepPromises(folder, document);
      },
    });
  });
}

export async function readDocument(folder: string): Promise<WorldDocument> {
  return worldSchema.parse(JSON.parse(await readFile(documentPath(folder), "utf8")));
}

/** Checks before it writes: a document that could not be read again would end the world. */
export async function writeDocument(folder: string, document: WorldDocument): Promise<void> {
  await writeAtomically(documentPath(folder), JSON.stringify(worldSchema.parse(document)));
}

async function keepPromises(folder: string, document: WorldDocument): Promise<void> {
  if (document.pendingOperations.length === 0) return;
  for (const operation of document.pendingOperations) await applyGitOperation(folder, operation);
  document.pendingOperations = [];
  await writeDocument(folder, document);
}
