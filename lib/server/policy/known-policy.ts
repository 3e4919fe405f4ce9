import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Policy } from "@/lib/shared/policy";
import { type Connection, connection, type Database } from "../database/connection.ts";
import { readPolicy } from "./everyone.ts";

/** On it, processes hear that the policy has changed. */
const channel = "policy";

type Known = {
  policy: Policy | undefined;
  /** Raised by every change: what was read before it is not kept after it. */
  changes: number;
  /** Of which connection changes are heard; without one, nothing is kept. */
  watched: Connection | undefined;
};

const knownKey = Symbol.for("branchline.known-policy");
const holder = globalThis as { [knownKey]?: Known };
const state = () => {
  holder[knownKey] ??= { policy: undefined, changes: 0, watched: undefined };
  return holder[knownKey];
};

/** Has this process read the policy anew. */
export function forgetPolicy(): void {
  state().policy = undefined;
  state().changes += 1;
}

/** Tells all processes to, once the transaction it is part of holds. */
export const notifyOfPolicy = (): SQL => sql`select pg_notify(${channel}, '')`;

/** From now on the policy is kept until it changes. */
export async function watchPolicy(): Promise<void> {
  const watched = await connection();
  await watched.listen(channel, { onPayload: forgetPolicy, onGap: forgetPolicy });
  forgetPolicy();
  state().watched = watched;
}

/**
 * What administrators have laid down, as this process last heard of it: at once where it was changed, and a moment later in other
 * processes. Whether an action may take place is asked of the database itself, in the transaction that decides it.
 *
 * @param storage the transaction in which it is asked for
 */
export async function knownPolicy(storage?: Database): Promise<Policy> {
  const { policy, changes, watched } = state();
  if (policy) return policy;
  const read = await readPolicy(storage);
  if (watched === (await connection()) && state().changes === changes) state().policy = read;
  return read;
}
