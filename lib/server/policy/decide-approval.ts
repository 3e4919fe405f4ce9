import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { ActionState } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { wakeRun } from "../runs/wake.ts";

/**
 * Answers an approval, item by item: the first answer wins, and only its owner's counts. Nothing of what is run comes from
 * the answer; the rows hold the exact arguments.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's, `already_decided`, `invalid_request` when an
 *   item does not belong to it or the words to type are wrong.
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
  if (!first) throw notFound("approval");

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

  const decided = {
    decisionReason: answer.reason ?? null,
    decidedBy: userId,
    decidedAt: new Date(),
  };
  const queued: ActionState = { status: "queued" };
  const denied: ActionState = {
    status: "denied",
    ...(answer.reason ? { reason: answer.reason } : {}),
  };
  const changed = await storage.transaction(async (transaction) => {
    // Locks all rows in one order before any is changed: of two answers at once, one finds nothing left to decide.
    const open = await transaction
      .select({ id: action.id })
      .from(action)
      .where(and(mine, eq(action.status, "approval")))
      .orderBy(action.id)
      .for("update");
    const ids = open.map((row) => row.id);
    const yes = ids.filter((id) => approved.includes(id));
    const no = ids.filter((id) => !approved.includes(id));
    if (yes.length > 0) {
      await transaction
        .update(action)
        .set({ ...decided, decision: "approved", status: "queued", state: queued })
        .where(inArray(action.id, yes));
    }
    if (no.length > 0) {
      await transaction
        .update(action)
        .set({
          ...decided,
          decision: "denied",
          status: "denied",
          state: denied,
          finishedAt: sql`now()`,
        })
        .where(inArray(action.id, no));
    }
    // With the answer, so that no crash can part them: nobody else would look at a run that waits.
    if (ids.length > 0) await wakeRun(transaction, first.runId);
    return ids.length;
  });
  if (changed === 0) throw new BranchlineError("already_decided", "This was answered already.");
}
