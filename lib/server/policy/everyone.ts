import "server-only";
import { eq } from "drizzle-orm";
import { openPolicy, type Policy, policySchema } from "@/lib/shared/policy";
import { type Database, database } from "../database/connection.ts";
import { adminPolicy } from "../database/schema.ts";
import { environment } from "../environment.ts";

/** The only row there is. */
export const everyone = "everyone";

/**
 * What administrators have laid down for everybody, as it is stored now.
 *
 * @param storage the transaction in which it is asked for
 */
export async function readPolicy(storage?: Database): Promise<Policy> {
  const [row] = await (storage ?? (await database()))
    .select({ policy: adminPolicy.policy })
    .from(adminPolicy)
    .where(eq(adminPolicy.id, everyone));
  // A row that cannot be read must not open what it closes.
  return row ? policySchema.parse(row.policy) : openPolicy;
}

/** The toolkits of this installation that may be used. */
export async function offeredToolkits(storage?: Database): Promise<string[]> {
  const { toolkits } = await readPolicy(storage);
  return environment().toolkits.filter((toolkit) => !toolkits || toolkits.includes(toolkit));
}

/** The limits that hold: an administrator's, else the settings'. */
export async function limitsInForce(storage?: Database) {
  const { limits } = await readPolicy(storage);
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
