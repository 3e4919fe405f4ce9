import "server-only";
import type { DatedMessage } from "../chats/messages.ts";

/** Messages of a chat that are looked at for a prompt, at most. */
export const historyLimit = 80;

export type Beginning = {
  /** The messages from which a prompt is made, the oldest first. */
  earlier: DatedMessage[];
  /** How many before them were left out because they did not fit. */
  leftOut: number;
};

/**
 * Where a prompt begins: where the one before it did, so that a provider knows its beginning. Only when that is further back
 * than the limit it begins anew, half as far.
 *
 * @param read the latest messages up to the limit, the oldest first
 */
export function beginWhereLast(read: readonly DatedMessage[]): Beginning {
  const last = read.findLast(({ metadata }) => metadata?.context?.from)?.metadata?.context;
  const known = read.findIndex(({ id }) => id === last?.from);
  if (known >= 0) return { earlier: read.slice(known), leftOut: last?.leftOut ?? 0 };
  if (read.length < historyLimit) return { earlier: [...read], leftOut: 0 };
  const half = read.findIndex(({ role }, index) => role === "user" && index >= historyLimit / 2);
  return { earlier: read.slice(half), leftOut: 0 };
}
