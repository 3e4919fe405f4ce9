import "server-only";
import { DrizzleQueryError } from "drizzle-orm/errors";

/** Why the database did not do what it was asked: no room on its disk, or no way to it. */
export type StorageFailure = "full" | "away";

/** Causes deeper than this are nobody's. */
const deepestCause = 5;

/**
 * SQLSTATE codes of a database that cannot be asked at the moment: connections, resources, an operator who ends it, a query
 * that took too long, files that cannot be read.
 */
const away = /^(08...|53...|57P..|57014|58...)$/;

const sqlState = /^[0-9A-Z]{5}$/;

const codeOf = (error: Error) =>
  "code" in error && typeof error.code === "string" ? error.code : "";

/** A query that failed without an answer of the database: its connection broke, or it was given up. */
const brokeOff = (error: Error) =>
  error instanceof DrizzleQueryError &&
  error.cause !== undefined &&
  !sqlState.test(codeOf(error.cause)) &&
  !(error.cause instanceof TypeError);

/** What a thrown value says about the database; null when the failure is not the database's own. */
export function storageFailure(error: unknown): StorageFailure | null {
  let cause = error;
  for (let depth = 0; depth < deepestCause && cause instanceof Error; depth += 1) {
    const code = codeOf(cause);
    if (code === "53100") return "full";
    if (away.test(code) || brokeOff(cause)) return "away";
    cause = cause.cause;
  }
  return null;
}
