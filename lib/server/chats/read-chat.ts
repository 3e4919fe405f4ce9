import "server-only";
import { and, eq } from "drizzle-orm";
import type { ChatMode, MessagePage, ToolkitSwitches } from "@/lib/shared/api";
import { modelFor } from "../agent/models.ts";
import { database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { isAlive } from "../runs/alive.ts";
import { readMessagePage } from "./messages.ts";
import { isOwnChat } from "./own-chat.ts";
import { switchesOf } from "./toolkit-switches.ts";

/** A chat with its newest messages; those before come by {@link readEarlierMessages}. */
export type ChatDocument = MessagePage & {
  id: string;
  title: string;
  mode: ChatMode;
  /** The name of the model that answers. */
  model: string;
  toolkits: ToolkitSwitches;
  /** The id of the project it is in. */
  project: string | null;
  /** An answer is being written or waits for somebody: `GET …/stream` has it. */
  live: boolean;
};

/**
 * @param through id of a message that is to be among those read, if it is in the version that is shown and not too far back
 * @throws BranchlineError `not_found` when the chat is absent or somebody else's.
 */
export async function readChat(
  userId: string,
  chatId: string,
  through?: string,
): Promise<ChatDocument> {
  const [own] = await (await database())
    .select({ chat, liveRun: run.id })
    .from(chat)
    .leftJoin(run, and(eq(run.chatId, chat.id), isAlive))
    .where(isOwnChat(userId, chatId));
  if (!own) throw notFound("chat", { kind: "chat", id: chatId });
  const { id, title, mode, toolkitsOff, projectId: project } = own.chat;
  const model = await modelFor(own.chat.model);
  const live = own.liveRun !== null;
  const toolkits = await switchesOf(toolkitsOff);
  const page = await readMessagePage(
    id,
    through === undefined ? { kind: "newest" } : { kind: "through", messageId: through },
  );
  return { id, title, mode, model, toolkits, project, ...page, live };
}

/**
 * The page of a chat before one of its messages.
 *
 * @throws BranchlineError `not_found` when there is no such message in a chat of this user's.
 */
export async function readEarlierMessages(
  userId: string,
  chatId: string,
  beforeId: string,
): Promise<MessagePage> {
  const [place] = await (await database())
    .select({ id: message.id })
    .from(message)
    .innerJoin(chat, eq(chat.id, message.chatId))
    .where(and(eq(message.id, beforeId), isOwnChat(userId, chatId)));
  if (!place) throw notFound("message", { kind: "message", id: beforeId });
  return readMessagePage(chatId, { kind: "before", messageId: place.id });
}
