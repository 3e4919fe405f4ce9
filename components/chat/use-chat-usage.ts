"use client";

import { useEffect, useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { readChatUsage } from "@/lib/client/chat-api";
import type { ChatUsageTotal } from "@/lib/shared/usage";
import { formatCost, totalOf } from "@/lib/shared/usage-format";

/** What a chat has used in all, as a sentence that follows others; empty until it is known. Asked for whenever somebody looks. */
export function useChatUsage(chatId: string, looked: boolean): string {
  const [total, setTotal] = useState<ChatUsageTotal | null>(null);
  const language = useLanguage();
  const { usedSoFar } = useWords("chat").thread;
  useEffect(() => {
    if (!looked) return;
    let gone = false;
    readChatUsage(chatId)
      .then((read) => {
        if (!gone) setTotal(read);
      })
      // The rest of what is said does not depend on it.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [chatId, looked]);
  if (total === null) return "";
  const cost = total.cost === null ? undefined : formatCost(total.cost, language);
  return ` ${usedSoFar(totalOf(total), cost)}`;
}
