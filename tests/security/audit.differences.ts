import { canonicalJson } from "@/lib/server/policy/canonical-json";
import type { AuditRow } from "./audit.rows";
import { type SeenCall, worldOf } from "./support/recording-bitbucket";

/** Rows that say a call was sent, or may have been. */
const sentStatuses = new Set(["succeeded", "failed", "unknown"]);

const keyOfCall = ({ world, tool, arguments: input, successful }: SeenCall) =>
  canonicalJson([world, tool, input, successful]);

/**
 * What Bitbucket has to have seen of an action; null where it must have seen nothing.
 *
 * @param username as which the person connected; a row of a change names it, too
 */
function keyOfRow(userId: string, username: string, row: AuditRow): string | null {
  if (!row.tool.startsWith("BITBUCKET_") || !sentStatuses.has(row.status)) return null;
  const world = worldOf(userId, row.account ?? username);
  return canonicalJson([world, row.tool, row.arguments, row.status === "succeeded"]);
}

/** What is in one list more often than in the other. */
function surplus(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((key) => {
    const place = left.indexOf(key);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** Calls that Bitbucket saw and no row tells of, and rows of calls that it never saw: user, account, tool, arguments, outcome. */
export function differences(
  seen: readonly SeenCall[],
  rows: ReadonlyMap<string, readonly AuditRow[]>,
  username: string,
): { unrecorded: string[]; onlyClaimed: string[] } {
  const calls = seen.map(keyOfCall);
  const recorded = [...rows].flatMap(([userId, trail]) =>
    trail.flatMap((row) => keyOfRow(userId, username, row) ?? []),
  );
  return { unrecorded: surplus(calls, recorded), onlyClaimed: surplus(recorded, calls) };
}
