import "server-only";
import type { Database } from "../database/connection.ts";
import { environment } from "../environment.ts";
import { knownPolicy } from "./known-policy.ts";

/** The toolkits of this installation that may be used. */
export async function offeredToolkits(storage?: Database): Promise<string[]> {
  const { toolkits } = await knownPolicy(storage);
  return environment().toolkits.filter((toolkit) => !toolkits || toolkits.includes(toolkit));
}

/** The limits that hold: an administrator's, else the settings'. */
export async function limitsInForce(storage?: Database) {
  const { limits } = await knownPolicy(storage);
  const set = environment().limits;
  return {
    messagesPerMinute: limits.messagesPerMinute ?? set.messagesPerMinute,
    liveRuns: limits.liveRuns ?? set.liveRuns,
    tokensPerDay: limits.tokensPerDay ?? set.tokensPerDay,
    /** In bytes. */
    attachmentSpace: limits.attachmentSpaceMb
      ? limits.attachmentSpaceMb * 1_000_000
      : set.attachmentSpace,
  };
}
