import { clearLocalText, readLocalText, writeLocalText } from "./local-text";
import { queuePrefix } from "./message-queue";

const prefix = "draft.";

/** The key of the chat that does not exist yet. */
export const newChatDraft = "new";

/** What the person has typed in this chat and not sent yet. Kept in this browser only. */
export const readDraft = (chatId: string): string => readLocalText(prefix + chatId);

/** An empty text removes the draft. */
export const writeDraft = (chatId: string, text: string): void =>
  writeLocalText(prefix + chatId, text);

/** The name under which this browser keeps which files a draft has. Begins like the draft, and goes with it. */
export const draftFilesName = (chatId: string): string => `${prefix}${chatId}.attachments`;

/** Removes all that was written and not sent: the next person at this browser must not find it. */
export function clearDrafts(): void {
  clearLocalText(prefix);
  clearLocalText(queuePrefix);
}
