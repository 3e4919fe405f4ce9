import "server-only";
import { eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { database } from "../database/connection.ts";
import {
  action,
  chat,
  connectionAttempt,
  connectionLink,
  message,
  project,
  share,
} from "../database/schema.ts";
import { isBranchlineError, type Subject } from "../errors.ts";
import { log } from "../log.ts";

/** Where it is written whose something is. A message belongs to whom its chat belongs to. */
async function ownerOf({ kind, id }: Subject): Promise<string | undefined> {
  const storage = await database();
  const inTable = async (table: PgTable, key: PgColumn, owner: PgColumn) => {
    const own = sql<string>`${owner}`;
    const [row] = await storage.select({ own }).from(table).where(eq(key, id)).limit(1);
    return row?.own;
  };
  switch (kind) {
    case "chat":
      return inTable(chat, chat.id, chat.userId);
    case "action":
      return inTable(action, action.id, action.userId);
    case "approval":
      return inTable(action, action.approvalId, action.userId);
    case "attempt":
      return inTable(connectionAttempt, connectionAttempt.id, connectionAttempt.userId);
    case "account":
      return inTable(connectionLink, connectionLink.accountId, connectionLink.userId);
    case "share":
      return inTable(share, share.id, share.userId);
    case "project":
      return inTable(project, project.id, project.userId);
    case "message": {
      const [row] = await storage
        .select({ owner: chat.userId })
        .from(message)
        .innerJoin(chat, eq(chat.id, message.chatId))
        .where(eq(message.id, id));
      return row?.owner;
    }
  }
}

/** A refused access as the log has it: who wanted what, by identifiers alone. */
export function logRefusal(userId: string | undefined, { kind, id }: Subject): void {
  log.warn("access.refused", { user: userId, kind, id });
}

/**
 * Logs that a person asked for what is somebody else's. They were answered that it is not there, as for what is absent, and
 * both answers take the same look into the database.
 */
export async function noteRefusal(userId: string, error: unknown): Promise<void> {
  const subject = isBranchlineError(error) ? error.subject : undefined;
  if (!subject) return;
  // The answer is the same whether or not its reason can be found out.
  const owner = await ownerOf(subject).catch((failure: unknown) => {
    log.error("access.owner_unknown", failure);
    return undefined;
  });
  if (owner !== undefined && owner !== userId) logRefusal(userId, subject);
}
