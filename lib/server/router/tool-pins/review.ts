import "server-only";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { database } from "../../database/connection.ts";
import { toolPin } from "../../database/schema.ts";
import { BranchlineError, notFound } from "../../errors.ts";
import { log } from "../../log.ts";
import { say } from "../../say.ts";
import {
  type Concern,
  concernsAbout,
  type ToolDefinition,
  toolDefinitionSchema,
} from "./definition.ts";
import { toolSource } from "./pin-tools.ts";

/** A tool that has changed and waits for a person. */
export type ChangedTool = {
  name: string;
  /** Stands for exactly this change: what is accepted is what was looked at. */
  hash: string;
  before: ToolDefinition;
  now: ToolDefinition;
  concerns: Concern[];
  /** ISO 8601: when the change was noticed. */
  noticedAt: string;
};

/** A tool in use whose text somebody should look at. */
export type OddTool = { name: string; concerns: Concern[] };

/** What there is to look at about the tools of this installation. */
export type ToolReview = { total: number; changed: ChangedTool[]; odd: OddTool[] };

export async function reviewTools(): Promise<ToolReview> {
  const rows = await (await database())
    .select()
    .from(toolPin)
    .where(eq(toolPin.source, toolSource()))
    .orderBy(asc(toolPin.name));
  const changed = rows.flatMap((row) => {
    if (!row.listedHash || !row.listedAt) return [];
    const now = toolDefinitionSchema.parse(row.listedDefinition);
    return {
      name: row.name,
      hash: row.listedHash,
      before: toolDefinitionSchema.parse(row.definition),
      now,
      concerns: concernsAbout(now),
      noticedAt: row.listedAt.toISOString(),
    };
  });
  const odd = rows.flatMap(({ name, definition }) => {
    const concerns = concernsAbout(toolDefinitionSchema.parse(definition));
    return concerns.length > 0 ? { name, concerns } : [];
  });
  return { total: rows.length, changed, odd };
}

/**
 * Pins a changed tool as it is now, for everybody: an installation has no administrators yet, so any signed-in person may.
 *
 * @param hash of the change that was looked at
 * @throws BranchlineError `not_found` when there is no such change, `tool_changed` when the tool has changed once more.
 */
export async function acceptTool(userId: string, name: string, hash: string): Promise<void> {
  const storage = await database();
  const pin = and(eq(toolPin.source, toolSource()), eq(toolPin.name, name));
  const accepted = await storage
    .update(toolPin)
    .set({
      hash,
      definition: sql`${toolPin.listedDefinition}`,
      listedHash: null,
      listedDefinition: null,
      listedAt: null,
      acceptedBy: userId,
      acceptedAt: new Date(),
    })
    .where(and(pin, eq(toolPin.listedHash, hash)))
    .returning({ name: toolPin.name });
  if (accepted.length > 0) return log.info("tool.accepted", { tool: name, user: userId });
  const waiting = await storage
    .select({ name: toolPin.name })
    .from(toolPin)
    .where(and(pin, isNotNull(toolPin.listedHash)));
  if (waiting.length === 0) throw notFound("toolChange");
  throw new BranchlineError("tool_changed", say("toolChangedAgain"), {
    hint: say("reloadAndLook"),
  });
}
