import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { runChunk } from "../database/schema.ts";
import type { LogRow } from "./hub.ts";
import { jsonOf, type RunChunk } from "./log-line.ts";

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

/** The chunks of a row from number `after` on, as JSON documents. */
export function chunksAfter(row: LogRow, after: number): string[] {
  return row.data
    .split("\n")
    .slice(Math.max(0, after - row.sequence))
    .map(jsonOf);
}

/** All chunks of a run so far. Only this server writes them, so they are what they say. */
export async function readChunks(runId: string): Promise<RunChunk[]> {
  const chunks: RunChunk[] = [];
  for (;;) {
    const rows = await readRows(runId, chunks.length);
    for (const row of rows)
      for (const json of chunksAfter(row, chunks.length)) chunks.push(JSON.parse(json) as RunChunk);
    if (rows.length < rowsPerRead) return chunks;
  }
}
