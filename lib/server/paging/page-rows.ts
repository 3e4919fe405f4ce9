import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { type ActionRow, isOwnAction, pageCall } from "../policy/actions.ts";
import { canonicalJson } from "../policy/canonical-json.ts";
import { say } from "../say.ts";
import { storable } from "../storable.ts";

/** The row of the page behind another row's, in the place of a model's tool call. */
const callOf = (before: Pick<ActionRow, "id">) => `${pageCall}${before.id}`;

/** Longer than any read takes: a process that began one is gone. */
const isDeserted = sql`${action.startedAt} < now() - interval '5 minutes'`;

/** @throws BranchlineError `not_found` when it is absent or somebody else's */
export async function readOwnAction(userId: string, id: string): Promise<ActionRow> {
  const [row] = await (await database()).select().from(action).where(isOwnAction(userId, id));
  if (!row) throw notFound("action");
  return row;
}

/**
 * Writes the row of the page behind `before`'s, ahead of asking for it. Each page is one row, however often it is asked for: one
 * that was read before comes back with its answer, and one that failed begins again.
 *
 * @throws BranchlineError `page_loading` while somebody else is reading it
 */
export async function beginPage(
  before: ActionRow,
  input: Record<string, unknown>,
): Promise<ActionRow> {
  const storage = await database();
  const running = { status: "running" as const };
  const [begun] = await storage
    .insert(action)
    .values({
      id: randomUUID(),
      userId: before.userId,
      chatId: before.chatId,
      runId: before.runId,
      toolCallId: callOf(before),
      index: 0,
      tool: before.tool,
      toolkit: before.toolkit,
      toolClass: "read",
      account: before.account,
      accountName: before.accountName,
      arguments: input,
      argumentsHash: createHash("sha256")
        .update(canonicalJson(storable(input)))
        .digest("hex"),
      ...running,
      state: running,
      startedAt: sql`now()`,
    })
    .onConflictDoUpdate({
      target: [action.runId, action.toolCallId, action.index],
      set: { ...running, state: running, startedAt: sql`now()`, finishedAt: null },
      setWhere: or(
        inArray(action.status, ["failed", "cancelled", "queued"]),
        and(eq(action.status, "running"), isDeserted),
      ),
    })
    .returning();
  if (begun) return begun;
  const [known] = await storage
    .select()
    .from(action)
    .where(and(eq(action.runId, before.runId), eq(action.toolCallId, callOf(before))));
  if (known?.status === "succeeded") return known;
  throw new BranchlineError("page_loading", say("pageLoading"));
}
