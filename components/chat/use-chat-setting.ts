"use client";

import { useCallback, useState } from "react";
import { updateChat } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { UpdateChat } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

/**
 * A setting of a chat's. The server holds it; a chat it does not know yet brings it with its first message.
 *
 * @param changeTo what the server is told of a new value; the same function every time
 */
export function useChatSetting<Value>(
  { chatId, stored, initial }: { chatId: string; stored: boolean; initial: Value },
  changeTo: (value: Value) => UpdateChat,
) {
  const [value, setValue] = useState(initial);
  const [error, setError] = useState<ErrorView | null>(null);
  const change = useCallback(
    async (next: Value) => {
      setValue(next);
      setError(null);
      if (!stored) return;
      try {
        await updateChat(chatId, changeTo(next));
      } catch (failure) {
        setValue(value);
        setError(errorView(failure));
      }
    },
    [chatId, stored, value, changeTo],
  );
  return { value, change, error };
}
