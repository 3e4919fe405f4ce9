import "server-only";
import type { ChatMessage } from "@/lib/shared/message";
import { withAttachments } from "../agent/attachments.ts";
import { beginWhereLast, historyLimit } from "../agent/beginning.ts";
import { readsImages } from "../agent/models.ts";
import { withOtherVersions } from "../agent/other-versions.ts";
import { type AnswerSettings, settleAnswer } from "../chats/answer-settings.ts";
import { readMessagesBefore } from "../chats/messages.ts";
import { changesBeside } from "../policy/other-versions.ts";
import { readSwitchedOff, type SwitchedOff } from "../policy/switched-off.ts";
import type { RunRow } from "./claim.ts";
import { RunLostError } from "./interruption.ts";

/** What a run makes its prompts of, besides what it writes itself. */
export type Material = AnswerSettings & {
  off: SwitchedOff;
  /** The messages before the answer, as a model reads them. */
  earlier: ChatMessage[];
  /** How many before those did not fit. */
  leftOut: number;
};

async function readConversation(
  run: RunRow,
): Promise<{ conversation: ChatMessage[]; leftOut: number }> {
  const read = await readMessagesBefore(run.messageId, historyLimit);
  if (read.length === 0) throw new RunLostError(`Run ${run.id} has no chat any more.`);
  const { earlier, leftOut } = beginWhereLast(read);
  const since = read.length < historyLimit ? null : (read[0]?.createdAt ?? null);
  const changes = await changesBeside({ chatId: run.chatId, runId: run.id }, read, since);
  return { conversation: withOtherVersions(earlier, changes), leftOut };
}

/** Reads it, all at once. @throws RunLostError when the chat was deleted. */
export async function readMaterial(run: RunRow): Promise<Material> {
  const [{ conversation, leftOut }, off, settings] = await Promise.all([
    readConversation(run),
    readSwitchedOff(run.chatId),
    settleAnswer(run.chatId),
  ]);
  const images = readsImages(settings.model);
  const earlier = await withAttachments(run.userId, conversation, { images });
  return { ...settings, off, earlier, leftOut };
}
