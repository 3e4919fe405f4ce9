import "server-only";
import { mkdirSync, statfsSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { DatabaseLostError } from "./lost.ts";

/** Bytes of one file of the write-ahead log, which is made whole. */
export const logFileSize = 16 * 1024 * 1024;

/** Free bytes on the disk of a folder without which the database is not opened: it may have to begin a log file at once. */
const neededToOpen = 2 * logFileSize;

const diskFull = "53100";

/** Free bytes on the disk of a folder. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

const isOrdinary = (error: unknown) =>
  error instanceof Error && "severity" in error && error.severity === "ERROR";

/**
 * PGlite that is never asked again once it has failed for good. After a panic – a write-ahead log that cannot grow on a full
 * disk is one – its next query would spin for ever, and the whole process with it.
 */
export class Engine extends PGlite {
  #failure: DatabaseLostError | undefined;

  /** Set once it can be used no longer; another one has to be opened on the same folder. */
  get failure(): DatabaseLostError | undefined {
    return this.#failure;
  }

  /** All queries come through here. */
  override async execProtocolStream(
    ...request: Parameters<PGlite["execProtocolStream"]>
  ): ReturnType<PGlite["execProtocolStream"]> {
    if (this.#failure) throw this.#failure;
    try {
      return await super.execProtocolStream(...request);
    } catch (cause) {
      if (isOrdinary(cause)) throw cause;
      this.#failure = new DatabaseLostError("The embedded database has failed.", { cause });
      throw this.#failure;
    }
  }
}

/**
 * Opens PGlite in a folder; what an earlier engine wrote there without closing is replayed.
 *
 * @throws DatabaseLostError when the disk has no room for its log, or the folder cannot be read as a database
 */
export async function openEngine(directory: string): Promise<Engine> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (freeBytes(directory) < neededToOpen) {
    const megabytes = neededToOpen / 1024 / 1024;
    throw new DatabaseLostError(
      `The disk of ${directory} is full. Free at least ${megabytes} MB to open the database.`,
      { code: diskFull },
    );
  }
  const engine = new Engine(directory, {
    // The default of 128 MB is resident memory here; nothing this app asks needs it.
    postgresqlconf: ["shared_buffers=16MB"],
  });
  try {
    await engine.waitReady;
  } catch (cause) {
    throw new DatabaseLostError(`The database in ${directory} could not be opened.`, { cause });
  }
  return engine;
}
