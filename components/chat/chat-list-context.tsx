"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { ChatList, type ChatListState, type ShownChats } from "@/lib/client/chat-list";
import { hearOtherTabs } from "@/lib/client/other-tabs";
import type { ChatSummary } from "@/lib/shared/api";

const ListContext = createContext<ChatList | null>(null);

/** How soon the list looks again, in milliseconds; undefined when nothing is about to change by itself. */
function lookAgainAfter(chats: readonly ChatSummary[]): number | undefined {
  if (chats.some((chat) => chat.naming)) return 1_000;
  return chats.some((chat) => chat.activity !== "idle") ? 10_000 : undefined;
}

/** Milliseconds for which taking back is offered. The server has to wait longer before it deletes for good. */
const offeredFor = 20_000;

/** The person's chats, for the sidebar and for whoever changes one. Starts with what the server rendered. */
export function ChatListProvider({
  initial,
  children,
}: {
  initial: ShownChats;
  children: ReactNode;
}) {
  const [list] = useState(() => new ChatList(initial));
  const { pinned, page, offer } = useSyncExternalStore(
    list.subscribe,
    list.getState,
    list.getState,
  );

  const interval = lookAgainAfter([...pinned, ...page.chats]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void list.read();
    };
    document.addEventListener("visibilitychange", look);
    const hangUp = hearOtherTabs(look);
    const timer = interval ? setInterval(look, interval) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", look);
      hangUp();
      clearInterval(timer);
    };
  }, [interval, list]);

  useEffect(() => {
    if (offer.status !== "offered") return;
    const timer = setTimeout(list.dismissOffer, offeredFor);
    return () => clearTimeout(timer);
  }, [offer, list]);

  return <ListContext value={list}>{children}</ListContext>;
}

/** What can be done with the chats. */
export function useChatListActions(): ChatList {
  const list = useContext(ListContext);
  if (!list) throw new Error("ChatListProvider is missing above this component.");
  return list;
}

/** The chats as they are known now. */
export function useChatList(): ChatListState {
  const list = useChatListActions();
  return useSyncExternalStore(list.subscribe, list.getState, list.getState);
}
