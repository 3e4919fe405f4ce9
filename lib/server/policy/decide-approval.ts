import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ActionState } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { wakeRun } from "../runs/wake.ts";

/** Whether a question was asked too long ago, by the database's clock. */
const isExpired = () =>
  sql<boolean>`${action.createdAt} < now() - make_interval(mins => ${environment().approvalTimeout}::int)`;

function expiredError(): BranchlineError {
  const minutes = environment().approvalTimeout;
  return new BranchlineError(
    "approval_expired",
    `Nobody answered within ${minutes} ${minutes === 1 ? "minute" : "minutes"}, so this was not done.`,
  );
}

function expiry() {
  const state: ActionState = { status: "blocked", error: expiredError().view() };
  return { status: state.status, state, finishedAt: sql`now()` };
}

/** What an answer makes of one action it is about. */
function decision(userId: string, { reason }: DecideApproval, approved: boolean) {
  const decided = { decisionReason: reason ?? null, decidedBy: userId, decidedAt: new Date() };
  if (approved) {
    const state: ActionState = { status: "queued" };
    return { ...decided, decision: "approved" as const, status: state.status, state };
  }
  const state: ActionState = { status: "denied", ...(reason ? { reason } : {}) };
  const end = { status: state.status, state, finishedAt: sql`now()` };
  return { ...decided, ...end, decision: "denied" as const };
}

/**
 * Answers an approval, item by item: the first answer wins, and only its owner's counts. Nothing of what is run comes from
 * the answer; the rows hold the exact arguments.
 *
 * A yes that comes later than the installation allows counts as none: what was asked about may have changed meanwhile.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's, `already_decided`, `approval_expired`,
 *   `invalid_request` when an item does not belong to it or the words to type are wrong.
 */
export async function decideApproval(
  userId: string,
  approvalId: string,
  answer: DecideApproval,
): Promise<void> {
  const storage = await database();
  const mine = and(eq(action.approvalId, approvalId), eq(action.userId, userId));
  const rows = await storage.select().from(action).where(mine);
  const [first] = rows;
  if (!first) throw notFound("approval", { kind: "approval", id: approvalId });

  const asked = rows.map((row) => row.id);
  if (answer.items?.some((id) => !asked.includes(id))) {
    throw new BranchlineError("invalid_request", "An item does not belong to this approval.");
  }
  const approved = answer.decision === "approve" ? (answer.items ?? asked) : [];
  const wanted = rows.flatMap((row) =>
    approved.includes(row.id) && row.state.status === "approval"
      ? (row.state.confirmation ?? [])
      : [],
  );
  if (wanted.some((words) => words !== answer.confirmation?.trim())) {
    throw new BranchlineError("invalid_request", `Type ${wanted.join(", ")} to confirm.`);
  }

  const result = await storage.transaction(async (transaction) => {
    // Locks all rows in one order before any is changed: of two answers at once, one finds nothing left to decide.
    const open = await transaction
      .select({ id: action.id, expired: isExpired() })
      .from(action)
      .where(and(mine, eq(action.status, "approval")))
      .orderBy(action.id)
      .for("update");
    if (open.length === 0) return "nothing-open";
    const expired = answer.decision === "approve" && open.some((row) => row.expired);
    for (const { id } of open) {
      const change = expired ? expiry() : decision(userId, answer, approved.includes(id));
      await transaction.update(action).set(change).where(eq(action.id, id));
    }
    // With the answer, so that no crash can part them: nobody else would look at a run that waits.
    await wakeRun(transaction, first.runId);
    return expired ? "expired" : "decided";
  });
  if (result === "expired") throw expiredError();
  if (result === "nothing-open")
    throw new BranchlineError("already_decided", "This was answered already.");
}
