import "server-only";
import { sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import type { LogRow } from "./hub.ts";
import { jsonOf, type RunChunk } from "./log-line.ts";

/** Rows read at once, at most, and bytes after which none is added: what a slow reader of a long log holds in memory. */
const rowsPerRead = 100;
const bytesPerRead = 65_536;

/**
 * The next stored rows of a run that hold chunk number `after` or a later one.
 *
 * @returns `more` unless these are all
 */
export async function readRows(
  runId: string,
  after: number,
): Promise<{ rows: LogRow[]; more: boolean }> {
  const { rows: read } = await (await database()).execute<LogRow & { found: number }>(sql`
    with next as (
      select sequence, count, data from run_chunk
      where run_id = ${runId} and sequence + count > ${after} order by sequence limit ${rowsPerRead}
    ), sized as (
      select *, sum(octet_length(data)) over (order by sequence) - octet_length(data) as bytes_before,
        (count(*) over ())::int as found
      from next
    )
    select sequence, count, data, found from sized where bytes_before < ${bytesPerRead} order by sequence`);
  const found = read[0]?.found ?? 0;
  const rows = read.map(({ sequence, count, data }) => ({ sequence, count, data }));
  return { rows, more: found === rowsPerRead || found > rows.length };
}

/** A chunk of the log with its number, as a JSON document. */
export type LogChunk = { kind: "chunk"; number: number; json: string };

/** What rows hold; all readers of this process share it, as they share what the hub announces. */
const chunksOfRows = new WeakMap<LogRow, LogChunk[]>();

/** The chunks of a row from number `after` on. */
export function chunksAfter(row: LogRow, after: number): LogChunk[] {
  let chunks = chunksOfRows.get(row);
  if (!chunks) {
    const numbered = (line: string, index: number): LogChunk => ({
      kind: "chunk",
      number: row.sequence + index,
      json: jsonOf(line),
    });
    chunks = row.data.split("\n").map(numbered);
    chunksOfRows.set(row, chunks);
  }
  return chunks.slice(Math.max(0, after - row.sequence));
}

/** All chunks of a run so far. Only this server writes them, so they are what they say. */
export async function readChunks(runId: string): Promise<RunChunk[]> {
  const chunks: RunChunk[] = [];
  for (;;) {
    const { rows, more } = await readRows(runId, chunks.length);
    for (const row of rows)
      for (const { json } of chunksAfter(row, chunks.length))
        chunks.push(JSON.parse(json) as RunChunk);
    if (!more) return chunks;
  }
}
