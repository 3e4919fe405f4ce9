import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { runChunk } from "../database/schema.ts";
import type { LogRow } from "./hub.ts";
import type { RunChunk } from "./log-writer.ts";

/** Rows read at once, at most: a slow reader of a long log holds no more than this in memory. */
export const rowsPerRead = 100;

/** The next stored rows of a run that hold chunk number `after` or a later one. */
export async function readRows(runId: string, after: number): Promise<LogRow[]> {
  return (await database())
    .select({ sequence: runChunk.sequence, count: runChunk.count, data: runChunk.data })
    .from(runChunk)
    .where(and(eq(runChunk.runId, runId), sql`${runChunk.sequence} + ${runChunk.count} > ${after}`))
    .orderBy(asc(runChunk.sequence))
    .limit(rowsPerRead);
}

/** The documents of a row from chunk number `after` on. */
export function linesAfter(row: LogRow, after: number): string[] {
  return row.data.split("\n").slice(Math.max(0, after - row.sequence));
}

/** All chunks of a run so far. Only this server writes them, so they are what they say. */
export async function readChunks(runId: string): Promise<RunChunk[]> {
  const chunks: RunChunk[] = [];
  for (;;) {
    const rows = await readRows(runId, chunks.length);
    for (const row of rows)
      for (const line of linesAfter(row, chunks.length)) chunks.push(JSON.parse(line) as RunChunk);
    if (rows.length < rowsPerRead) return chunks;
  }
}
