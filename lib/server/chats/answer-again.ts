import "server-only";
import { and, eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { message } from "../database/schema.ts";
import { notFound, notSaved } from "../errors.ts";
import { limitMessages } from "../limits/messages.ts";
import { drive } from "../runs/runner.ts";
import { lockChat, runOfRequest } from "./lock-chat.ts";
import { type Started, startRun } from "./start-run.ts";

async function store(userId: string, chatId: string, wish: AnswerAgain): Promise<Started> {
  await limitMessages(userId);
  const { id: requestId, messageId: userMessageId } = wish;
  return (await database()).transaction(async (transaction) => {
    await lockChat(transaction, userId, chatId);
    const answering = await runOfRequest(transaction, chatId, requestId);
    if (answering) return { runId: answering, fresh: null };
    const own = and(eq(message.chatId, chatId), eq(message.role, "user"));
    const [asked] = await transaction
      .select({ id: message.id })
      .from(message)
      .where(and(eq(message.id, userMessageId), own));
    if (!asked) throw notFound("message", { kind: "message", id: userMessageId });
    return startRun(transaction, { userId, chatId, requestId, userMessageId });
  });
}

type AnswerAgain = {
  /** Of the wish itself, made by whoever has it. */
  id: string;
  /** The person's message that is to be answered. */
  messageId: string;
};

/**
 * Has a person's message answered once more, in a version beside the answers that it has. The same wish sent again is the same.
 *
 * @returns the id of the run whose log holds the answer
 * @throws BranchlineError `not_found`, `run_alive`, `too_many_requests`, `not_saved`, as for a message.
 */
export async function answerAgain(
  userId: string,
  chatId: string,
  wish: AnswerAgain,
): Promise<string> {
  const { runId, fresh } = await store(userId, chatId, wish).catch((error) => {
    throw notSaved("wish", error) ?? error;
  });
  if (fresh) void drive(fresh);
  return runId;
}
