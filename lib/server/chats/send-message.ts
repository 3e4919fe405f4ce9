import "server-only";
import { and, eq } from "drizzle-orm";
import type { ChatMode, SendMessage } from "@/lib/shared/api";
import { checkModel } from "../agent/models.ts";
import { bindAttachments } from "../attachments/bind-attachments.ts";
import { type Database, database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { notFound, notSaved } from "../errors.ts";
import { limitMessages } from "../limits/messages.ts";
import { expectOwnProject } from "../projects/own-project.ts";
import { checkChoice } from "../router/connections/chat-accounts.ts";
import { keepAccounts } from "../router/connections/stored-choices.ts";
import { drive } from "../runs/runner.ts";
import { type Indexed, indexTexts } from "../search/index-text.ts";
import { type Head, lockChat, lockIfThere, runOfRequest } from "./lock-chat.ts";
import { type Started, startRun } from "./start-run.ts";
import { shortTitle } from "./title/short-title.ts";
import { checkSwitches, switchToolkits } from "./toolkit-switches.ts";

const titleLength = 60;

/** A chat that may have to be made first. */
type Place = {
  id: string;
  userId: string;
  title: string;
  mode?: ChatMode | undefined;
  project?: string | undefined;
};

/**
 * Locks a chat, made with this title unless there is one with this id.
 *
 * @returns its head, and what is to be found of it from now on
 */
async function lockOrMake(
  transaction: Database,
  { id, userId, title, mode, project }: Place,
): Promise<{ head: Head; indexed: Indexed[] }> {
  if (project !== undefined) await expectOwnProject(transaction, userId, project);
  const head = await lockIfThere(transaction, userId, id);
  if (head !== null) return { head, indexed: [] };
  const made = await transaction
    .insert(chat)
    .values({
      id,
      userId,
      title,
      titleOrigin: "excerpt",
      projectId: project ?? null,
      ...(mode ? { mode } : {}),
    })
    .onConflictDoNothing()
    .returning({ id: chat.id });
  // Made at the same time by another request, or somebody else's.
  if (made.length === 0) return { head: await lockChat(transaction, userId, id), indexed: [] };
  return { head: id, indexed: [{ kind: "title", id, chatId: id, userId, text: title }] };
}

/** What a person's message comes after, to which this is to be another version. */
async function parentOf(transaction: Database, chatId: string, id: string): Promise<string> {
  const [replaced] = await transaction
    .select({ parentId: message.parentId })
    .from(message)
    .where(and(eq(message.id, id), eq(message.chatId, chatId), eq(message.role, "user")));
  if (!replaced) throw notFound("message", { kind: "message", id });
  return replaced.parentId;
}

/** Stores the message with the run that is to answer it, or finds the run that does already. */
async function store(
  userId: string,
  chatId: string,
  {
    id,
    text,
    attachments: fileIds = [],
    mode,
    model,
    accounts,
    toolkits,
    project,
    replaces,
  }: SendMessage,
): Promise<Started> {
  await limitMessages(userId);
  await checkModel(model);
  if (toolkits) checkSwitches(toolkits);
  if (accounts) await checkChoice(userId, accounts);
  const storage = await database();
  return storage.transaction(async (transaction) => {
    const title = shortTitle(text, titleLength) || "Files";
    const { head, indexed } = replaces
      ? { head: await lockChat(transaction, userId, chatId), indexed: [] }
      : await lockOrMake(transaction, { id: chatId, userId, title, mode, project });
    const isNew = indexed.length > 0;
    const answering = isNew ? null : await runOfRequest(transaction, chatId, id);
    if (answering) return { runId: answering, fresh: null };
    const files = await bindAttachments(transaction, { userId, chatId, model }, fileIds);
    const parts = [
      ...(text.trim() ? [{ type: "text" as const, text }] : []),
      ...files.map((data) => ({ type: "data-attachment" as const, id: data.id, data })),
    ];
    const parentId = replaces ? await parentOf(transaction, chatId, replaces) : head;
    const started = await startRun(transaction, {
      userId,
      chatId,
      requestId: id,
      userMessageId: id,
      asked: { parentId, parts },
      mode,
      model,
    });
    await indexTexts(transaction, [...indexed, { kind: "message", id, chatId, userId, text }]);
    if (accounts) await keepAccounts(transaction, { userId, chatId }, accounts);
    if (toolkits) await switchToolkits(transaction, { userId, chatId }, toolkits);
    return started;
  });
}

/**
 * Stores a person's message and starts the run that answers it; the chat is made with its first message. The same message id
 * sent again is the same message: it is stored and answered once. One that replaces another becomes a version beside it, and
 * what came after that one stays with it.
 *
 * @returns the id of the run whose log holds the answer
 * @throws BranchlineError `not_found` when the chat or a message id is somebody else's, `run_alive` when another answer is
 *   still being written, `too_many_requests` past the user's limits, `invalid_request` for a model that is not offered, `invalid_attachment` for a file that it cannot read, `not_saved` when the database could not take it: then nothing is asked of a model.
 */
export async function sendMessage(
  userId: string,
  chatId: string,
  sent: SendMessage,
): Promise<string> {
  const { runId, fresh } = await store(userId, chatId, sent).catch((error) => {
    throw notSaved("message", error) ?? error;
  });
  if (fresh) void drive(fresh);
  return runId;
}
