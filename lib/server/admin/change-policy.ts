import "server-only";
import { sql } from "drizzle-orm";
import type { Policy } from "@/lib/shared/policy";
import { database } from "../database/connection.ts";
import { adminPolicy } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { everyone, readPolicy } from "../policy/everyone.ts";
import { forgetPolicy, notifyOfPolicy } from "../policy/known-policy.ts";
import { say } from "../say.ts";
import { logEntry, recordEntry } from "./entries.ts";

/** A list that names what this installation does not have would mean something else the day it has. */
function checkNames({ toolkits, models }: Policy): void {
  const { model, toolkits: own } = environment();
  const unknown =
    toolkits?.find((name) => !own.includes(name)) ??
    models?.find((name) => !model.names.includes(name));
  if (unknown) throw new BranchlineError("invalid_request", say("notOffered", unknown));
  if (models?.length === 0) throw new BranchlineError("invalid_request", say("oneModelAtLeast"));
}

/**
 * Lays down what holds for everybody from now on, also for what is under way.
 *
 * @throws BranchlineError `invalid_request` for a toolkit or model that this installation does not have, or for no model at all
 */
export async function changePolicy(actorId: string, policy: Policy): Promise<Policy> {
  checkNames(policy);
  const values = { id: everyone, policy, updatedAt: sql`now()` };
  const entry = { actorId, subjectId: null, change: { kind: "policy" as const, policy } };
  const kept = await (await database()).transaction(async (transaction) => {
    await transaction
      .insert(adminPolicy)
      .values(values)
      .onConflictDoUpdate({ target: adminPolicy.id, set: values });
    await recordEntry(transaction, entry);
    await transaction.execute(notifyOfPolicy());
    return readPolicy(transaction);
  });
  forgetPolicy();
  logEntry(entry);
  return kept;
}
