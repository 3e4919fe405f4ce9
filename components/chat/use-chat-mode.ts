"use client";

import { useState } from "react";
import { updateChat } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ChatMode } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

/** Whether the chat may change things. The server holds it; a chat it does not know yet brings it with its first message. */
export function useChatMode(chatId: string, initial: ChatMode, stored: boolean) {
  const [mode, setMode] = useState(initial);
  const [error, setError] = useState<ErrorView | null>(null);
  const change = async (next: ChatMode) => {
    setMode(next);
    setError(null);
    if (!stored) return;
    try {
      await updateChat(chatId, { mode: next });
    } catch (failure) {
      setMode(mode);
      setError(errorView(failure));
    }
  };
  return { mode, change, error };
}
