import type { ChangeLogEntry } from "./change-log";
import { exists } from "./files";
import { documentPath, worldDirectory } from "./paths";
import { readDocument } from "./world";

/**
 * Every change made in a world, oldest first; empty for a world nobody has used. Reads one file and writes
 * nothing, so an audit may call it from another process while the world is in use.
 */
export async function readChangeLog(place: {
  directory: string;
  world: string;
}): Promise<ChangeLogEntry[]> {
  const folder = worldDirectory(place.directory, place.world);
  if (!(await exists(documentPath(folder)))) return [];
  return (await readDocument(folder)).changeLog;
}
