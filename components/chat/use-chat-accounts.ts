"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { updateChat } from "@/lib/client/chat-api";
import { readConnections } from "@/lib/client/connections-api";
import { errorView } from "@/lib/client/request";
import type { AccountChoice, Connections } from "@/lib/shared/connection";
import type { ErrorView } from "@/lib/shared/error";

const nothingPicked: AccountChoice = {};
const none: Connections = { accounts: [], chosen: {}, choosable: false };

/**
 * As which accounts a chat acts. The server holds it; a chat it does not know yet brings what was chosen with its first message.
 *
 * @param connected changes whenever an account was connected in this chat
 */
export function useChatAccounts(chatId: string, stored: boolean, connected: number) {
  const [connections, setConnections] = useState(none);
  const [picked, setPicked] = useState(nothingPicked);
  const [error, setError] = useState<ErrorView | null>(null);

  const seen = useRef(connected);

  const load = useCallback(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // A router that is away is told of where something is done; here it only means that nothing can be chosen.
    readConnections({ chatId, signal }).then(
      (found) => {
        if (signal.aborted) return;
        setConnections(found);
        // The same as before where nothing was: messages that are not hydrated yet would be drawn anew by what depends on it.
        setPicked(nothingPicked);
      },
      () => undefined,
    );
    return () => controller.abort();
  }, [chatId]);
  useEffect(load, [load]);
  useEffect(() => {
    if (seen.current === connected) return;
    seen.current = connected;
    return load();
  }, [connected, load]);

  const choose = useCallback(
    async (toolkit: string, accountId: string) => {
      setPicked((before) => ({ ...before, [toolkit]: accountId }));
      setError(null);
      if (!stored) return;
      try {
        await updateChat(chatId, { accounts: { [toolkit]: accountId } });
      } catch (failure) {
        setPicked(({ [toolkit]: _, ...others }) => others);
        setError(errorView(failure));
      }
    },
    [chatId, stored],
  );

  const shown = useMemo(
    () => ({ ...connections, chosen: { ...connections.chosen, ...picked } }),
    [connections, picked],
  );
  return {
    connections: shown,
    /** What the first message has to bring along. */
    picked,
    choose,
    error,
  };
}
