import "server-only";
import { eq } from "drizzle-orm";
import { openPolicy, type Policy, policySchema } from "@/lib/shared/policy";
import { type Database, database } from "../database/connection.ts";
import { adminPolicy } from "../database/schema.ts";

/** The only row there is. */
export const everyone = "everyone";

/**
 * What administrators have laid down for everybody, as it is stored now. Whoever need not know it to the moment asks for the
 * known one (known-policy.ts).
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
