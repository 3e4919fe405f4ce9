import "server-only";
import { and, eq } from "drizzle-orm";
import type { ApprovalAnswer, DecideApproval, WarnedEdit } from "@/lib/shared/api";
import { isInChat } from "../chats/own-chat.ts";
import { type Database, database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { wakeRun } from "../runs/wake.ts";
import { say } from "../say.ts";
import type { ActionRow } from "./actions.ts";
import { decision, expiredError, expiry, isExpired } from "./approval-columns.ts";
import { type CheckedEdit, checkEdits, editedColumns } from "./edits.ts";
import { allowTools } from "./permissions.ts";
import { holdMode } from "./revocation.ts";
import { mayBeAllowed } from "./rule.ts";

/** An answer with all that it means for the rows that it is about. */
type CheckedAnswer = {
  answer: DecideApproval;
  approved: readonly ActionRow[];
  edits: ReadonlyMap<string, CheckedEdit>;
  allowed: readonly ActionRow[];
};

const alreadyDecided = () => new BranchlineError("already_decided", say("answeredAlready"));

/** What has to be known of an action before anybody says yes to it. */
function warningsOf({ state }: ActionRow): readonly string[] {
  return state.status === "approval" ? state.warnings : [];
}

/** The edits of which there is something to say that their person has not seen. */
function unseen(
  { edits: sent = [] }: DecideApproval,
  rows: readonly ActionRow[],
  edits: ReadonlyMap<string, CheckedEdit>,
): WarnedEdit[] {
  return rows.flatMap((row) => {
    const edit = edits.get(row.id);
    const shown = sent.find(({ actionId }) => actionId === row.id)?.warnings ?? [];
    const known = new Set([...warningsOf(row), ...shown]);
    return edit?.warnings.some((warning) => !known.has(warning))
      ? [{ actionId: row.id, warnings: edit.warnings, said: edit.said }]
      : [];
  });
}

/** Those whose tools may be allowed for good: what the card offered, and the rule as it is now. */
function allowable(
  rows: readonly ActionRow[],
  edits: ReadonlyMap<string, CheckedEdit>,
): ActionRow[] {
  return rows.filter((row) => {
    const offered = row.state.status === "approval" && row.state.allowable === true;
    const warnings = [...warningsOf(row), ...(edits.get(row.id)?.warnings ?? [])];
    return offered && mayBeAllowed(row.tool, row.toolClass, warnings);
  });
}

/** Checks an answer against the rows. What its person has to look at first comes back in its place. */
async function check(
  rows: readonly ActionRow[],
  answer: DecideApproval,
): Promise<CheckedAnswer | Extract<ApprovalAnswer, { decided: false }>> {
  const { items = rows.map(({ id }) => id) } = answer;
  if (items.some((id) => rows.every((row) => row.id !== id)))
    throw new BranchlineError("invalid_request", say("foreignItem"));
  const open = rows.filter(({ status }) => status === "approval");
  if (open.length === 0) throw alreadyDecided();
  const approved = answer.decision === "approve" ? open.filter(({ id }) => items.includes(id)) : [];
  const words = approved.flatMap(({ state }) =>
    state.status === "approval" ? (state.confirmation ?? []) : [],
  );
  if (words.some((wanted) => wanted !== answer.confirmation?.trim()))
    throw new BranchlineError("invalid_request", say("typeToConfirm", words.join(", ")));
  const checked = approved.length > 0 ? await checkEdits(approved, answer.edits ?? []) : [];
  const edits = new Map(checked.map((edit) => [edit.id, edit]));
  const lookAgain = unseen(answer, approved, edits);
  if (lookAgain.length > 0) return { decided: false, edits: lookAgain };
  const allowed = answer.allow ? allowable(approved, edits) : [];
  if (answer.allow && approved.length > 0 && allowed.length === 0) {
    throw new BranchlineError("invalid_request", say("alwaysAsked"), {
      hint: say("yesToThisAlone"),
    });
  }
  return { answer, approved, edits, allowed };
}

/** Writes an answer, unless there is nothing left to answer. */
async function write(
  transaction: Database,
  approvalId: string,
  first: ActionRow,
  { answer, approved, edits, allowed }: CheckedAnswer,
): Promise<"decided" | "expired" | "read-only" | "nothing-open"> {
  const { userId, chatId, runId } = first;
  // Locks all rows in one order before any is changed: of two answers at once, one finds nothing left to decide.
  const open = await transaction
    .select({ row: action, expired: isExpired() })
    .from(action)
    .where(
      and(
        eq(action.approvalId, approvalId),
        eq(action.userId, userId),
        eq(action.status, "approval"),
      ),
    )
    .orderBy(action.id)
    .for("update");
  if (open.length === 0) return "nothing-open";
  if (approved.length > 0 && (await holdMode(transaction, chatId)) === "read-only")
    return "read-only";
  const expired = answer.decision === "approve" && open.some((entry) => entry.expired);
  const approvedIds = new Set(approved.map(({ id }) => id));
  for (const { row } of open) {
    const change = expired
      ? expiry()
      : {
          ...decision(userId, answer, approvedIds.has(row.id)),
          ...editedColumns(row, edits.get(row.id)),
        };
    await transaction.update(action).set(change).where(eq(action.id, row.id));
  }
  if (!expired)
    await allowTools(transaction, userId, answer.allow === "chat" ? chatId : null, allowed);
  // With the answer, so that no crash can part them: nobody else would look at a run that waits.
  await wakeRun(transaction, runId);
  return expired ? "expired" : "decided";
}

/**
 * Answers an approval, item by item: the first answer wins, and only its owner's counts. The rows hold the exact arguments;
 * those that a person changed are checked like what a model asks for, and are not run before their person has seen what there
 * is to say of them.
 *
 * A yes that comes later than the installation allows counts as none: what was asked about may have changed meanwhile. With
 * `allow`, the tools of what is done run unasked from then on, where they may; the rows say where, never the answer.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's, `already_decided`, `approval_expired`, `read_only`
 *   for a yes in a chat that is read-only by now, `invalid_arguments` for an edit that cannot be done, `invalid_request` when
 *   an item does not belong to it, the words to type are wrong or nothing of it may be allowed for good.
 */
export async function decideApproval(
  userId: string,
  approvalId: string,
  answer: DecideApproval,
): Promise<ApprovalAnswer> {
  const storage = await database();
  const mine = and(
    eq(action.approvalId, approvalId),
    eq(action.userId, userId),
    isInChat(action.chatId),
  );
  const rows = await storage.select().from(action).where(mine);
  const [first] = rows;
  if (!first) throw notFound("approval", { kind: "approval", id: approvalId });
  const checked = await check(rows, answer);
  if ("decided" in checked) return checked;
  const result = await storage.transaction((transaction) =>
    write(transaction, approvalId, first, checked),
  );
  switch (result) {
    case "decided":
      return { decided: true };
    case "expired":
      throw expiredError();
    case "read-only":
      throw new BranchlineError("read_only", say("readOnly"));
    case "nothing-open":
      throw alreadyDecided();
  }
}
