import "server-only";
import { sql } from "drizzle-orm";
import type { ActionState } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";
import { action } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** Whether a question was asked too long ago, by the database's clock. */
export const isExpired = () =>
  sql<boolean>`${action.createdAt} < now() - make_interval(mins => ${environment().approvalTimeout}::int)`;

export function expiredError(): BranchlineError {
  const minutes = environment().approvalTimeout;
  return new BranchlineError("approval_expired", say("nobodyAnswered", minutes));
}

/** What a question that was open too long is written with. */
export function expiry() {
  const state: ActionState = { status: "blocked", error: expiredError().view() };
  return { status: state.status, state, finishedAt: sql`now()` };
}

/** What an answer makes of one action it is about. */
export function decision(userId: string, { reason }: DecideApproval, approved: boolean) {
  const decided = { decisionReason: reason ?? null, decidedBy: userId, decidedAt: new Date() };
  if (approved) {
    const state: ActionState = { status: "queued" };
    return { ...decided, decision: "approved" as const, status: state.status, state };
  }
  const state: ActionState = { status: "denied", ...(reason ? { reason } : {}) };
  const end = { status: state.status, state, finishedAt: sql`now()` };
  return { ...decided, ...end, decision: "denied" as const };
}
