const prefix = "branchline.draft.";

/** The key of the chat that does not exist yet. */
export const newChatDraft = "new";

// Storage may be full or forbidden (private windows, company policies): a draft is a comfort, never a condition.
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** What the person has typed in this chat and not sent yet. Kept in this browser only. */
export function readDraft(chatId: string): string {
  return attempt(() => localStorage.getItem(prefix + chatId)) ?? "";
}

/** An empty text removes the draft. */
export function writeDraft(chatId: string, text: string): void {
  attempt(() => {
    if (text) localStorage.setItem(prefix + chatId, text);
    else localStorage.removeItem(prefix + chatId);
  });
}

/** Removes all drafts: the next person at this browser must not find them. */
export function clearDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    }
  });
}
