import "server-only";
import { and, asc, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { identifierSchema } from "@/lib/shared/api";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** What a list is ordered by: a time, the latest first, and an id where times are equal. */
type Order = { time: PgColumn; id: PgColumn };

/** The time of a row in microseconds since 1970, which is as exact as the database's own. */
export const microsecondsOf = (time: PgColumn) =>
  sql<string>`(extract(epoch from ${time}) * 1000000)::bigint`;

/** As an index on the time has it, to the word: ordered otherwise, all rows would be read and sorted for each page. */
export const latestFirst = ({ time, id }: Order) => [sql`${time} desc nulls last`, asc(id)];

/** Marks the place of a row in its list, so that pages never overlap. */
export const cursorAfter = (row: { microseconds: string; id: string }) =>
  `${row.microseconds}_${row.id}`;

/**
 * A page of a list, and the cursor of the next one.
 *
 * @param rows one more than a page has, if there are so many
 */
export function pageOf<Row extends { microseconds: string; id: string }>(
  rows: readonly Row[],
  size: number,
): { page: Omit<Row, "microseconds">[]; nextCursor: string | null } {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    page: page.map(({ microseconds: _microseconds, ...row }) => row),
    nextCursor: rows.length > size && last ? cursorAfter(last) : null,
  };
}

/**
 * What comes after the place that a cursor marks. The first condition is where an index on the time is entered.
 *
 * @throws BranchlineError `invalid_request` for a cursor that {@link cursorAfter} did not make.
 */
export function isAfter(cursor: string, { time, id }: Order): SQL | undefined {
  const [at = "", last = ""] = cursor.split("_");
  if (!/^\d{1,17}$/.test(at) || !identifierSchema.safeParse(last).success) {
    throw new BranchlineError("invalid_request", say("pageMarkerNotValid"), {
      hint: say("fromFirstPage"),
    });
  }
  const moment = sql`timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond'`;
  return and(lte(time, moment), or(lt(time, moment), gt(id, last)));
}
