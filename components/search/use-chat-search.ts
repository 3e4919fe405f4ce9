"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { ChatSearch, type SearchState } from "@/lib/client/chat-search";
import { useOnline } from "@/lib/client/use-online";

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 120;

/** Looks for what is typed, and again by itself when the network is back. */
export function useChatSearch(typed: string): { search: ChatSearch; state: SearchState } {
  const [search] = useState(() => new ChatSearch());
  const state = useSyncExternalStore(search.subscribe, search.getState, search.getState);
  const online = useOnline();
  const back = useEffectEvent(() => {
    if (state.status === "failed") void search.again();
  });

  useEffect(() => {
    const timer = setTimeout(() => void search.look(typed), pause);
    return () => clearTimeout(timer);
  }, [search, typed]);
  useEffect(() => {
    if (online) back();
  }, [online]);
  useEffect(() => () => search.dispose(), [search]);

  return { search, state };
}
