import "server-only";
import { and, asc, eq, gt, ne, notInArray, sql } from "drizzle-orm";
import type { DatedMessage } from "../chats/messages.ts";
import { pathUp } from "../chats/path.ts";
import { reallyChanged } from "../chats/versions.ts";
import { database } from "../database/connection.ts";
import { action, run } from "../database/schema.ts";
import type { ActionRow } from "./actions.ts";

/** A change that was carried out, or may have been. */
export type OtherChange = Pick<
  ActionRow,
  "tool" | "account" | "arguments" | "originalArguments" | "status" | "createdAt"
>;

const changed = {
  messageId: run.messageId,
  tool: action.tool,
  account: action.account,
  arguments: action.arguments,
  originalArguments: action.originalArguments,
  status: action.status,
  createdAt: action.createdAt,
};

type Place = { chatId: string; runId: string };

const inChat = ({ chatId, runId }: Place) =>
  and(eq(action.chatId, chatId), ne(action.runId, runId), reallyChanged);

/**
 * What was really changed in versions of the chat that the one which a run writes is not part of, the oldest first. It takes
 * longer the longer the chat is.
 */
export async function changesInOtherVersions(place: Place): Promise<OtherChange[]> {
  const storage = await database();
  const changes = await storage
    .select(changed)
    .from(action)
    .innerJoin(run, eq(run.id, action.runId))
    .where(inChat(place))
    .orderBy(asc(action.sequence));
  if (changes.length === 0) return [];
  const path = pathUp(sql`select ${run.messageId} from ${run} where ${run.id} = ${place.runId}`);
  const { rows } = await storage.execute<{ id: string }>(sql`select id from ${path.table}`);
  const inThisOne = new Set(rows.map(({ id }) => id));
  return changes
    .filter(({ messageId }) => !inThisOne.has(messageId))
    .map(({ messageId: _messageId, ...change }) => change);
}

/**
 * The same, but for changes that are older than the messages a model is shown.
 *
 * @param shown the latest messages of the version that the run writes
 * @param since null when these are all
 */
export async function changesBeside(
  place: Place,
  shown: readonly DatedMessage[],
  since: Date | null,
): Promise<OtherChange[]> {
  const isBeside = notInArray(
    run.messageId,
    shown.map(({ id }) => id),
  );
  const isLater = since ? gt(action.createdAt, since) : undefined;
  return (await database())
    .select(changed)
    .from(action)
    .innerJoin(run, eq(run.id, action.runId))
    .where(and(inChat(place), isLater, isBeside))
    .orderBy(asc(action.sequence));
}
