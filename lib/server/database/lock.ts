import "server-only";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The data folder belongs to another live process. */
export class DataFolderInUseError extends Error {
  override name = "DataFolderInUseError";
  constructor(directory: string, processId: string) {
    super(
      `${directory} is in use by another Branchline (process ${processId}). Stop that one first, or set DATA_DIR to another folder.`,
    );
  }
}

/** Locks that are held. The garbage collector would close one that nobody refers to, and so give the folder away. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data folder for this process alone, until it ends. A second process that opened the same PGlite folder would
 * destroy it. The lock is an exclusive transaction of the operating system's file locks: kill -9 frees it, nothing stale is
 * left behind.
 *
 * @throws {DataFolderInUseError} when another process holds it.
 */
export function lockDataFolder(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const ownerPath = join(directory, "lock.pid");
  const lock = new DatabaseSync(join(directory, "lock.db"));
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch {
    lock.close();
    throw new DataFolderInUseError(directory, readOwner(ownerPath));
  }
  writeFileSync(ownerPath, String(process.pid));
  held.add(lock);
  return {
    release() {
      held.delete(lock);
      lock.close();
    },
  };
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "unknown";
  }
}
