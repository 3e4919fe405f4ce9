"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { listChats } from "@/lib/client/chat-api";
import { hearOtherTabs, tellOtherTabs } from "@/lib/client/other-tabs";
import { errorView } from "@/lib/client/request";
import type { ChatPage } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { appendPage, mergeFirstPage } from "./merge-chats";

type ChatListState = { page: ChatPage; error: ErrorView | null };
type ChatListActions = {
  /** Reads the newest chats again, after something has changed, and has this browser's other tabs do it too. What is older stays. */
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** Takes a deleted chat out of the list. */
  remove: (chatId: string) => void;
};

const StateContext = createContext<ChatListState>({
  page: { chats: [], nextCursor: null },
  error: null,
});
const ActionsContext = createContext<ChatListActions | null>(null);

/** How soon the list looks again, in milliseconds; undefined when nothing is about to change by itself. */
function lookAgainAfter({ chats }: ChatPage): number | undefined {
  if (chats.some((chat) => chat.naming)) return 1_000;
  return chats.some((chat) => chat.activity !== "idle") ? 10_000 : undefined;
}

/** The person's chats, for the sidebar and for whoever changes one. Starts with the page the server rendered. */
export function ChatListProvider({
  initial,
  children,
}: {
  initial: ChatPage;
  children: ReactNode;
}) {
  const [state, setState] = useState<ChatListState>({ page: initial, error: null });
  const cursor = state.page.nextCursor;

  const load = useCallback(
    (from: string | undefined, merge: (loaded: ChatPage, page: ChatPage) => ChatPage) =>
      listChats(from).then(
        (page) => setState((current) => ({ page: merge(current.page, page), error: null })),
        (error: unknown) => setState((current) => ({ ...current, error: errorView(error) })),
      ),
    [],
  );
  const read = useCallback(() => load(undefined, mergeFirstPage), [load]);

  const actions = useMemo<ChatListActions>(
    () => ({
      refresh: () => {
        tellOtherTabs();
        return read();
      },
      loadMore: () => (cursor ? load(cursor, appendPage) : Promise.resolve()),
      remove: (chatId) => {
        setState(({ page, error }) => ({
          page: { ...page, chats: page.chats.filter((chat) => chat.id !== chatId) },
          error,
        }));
        tellOtherTabs();
      },
    }),
    [cursor, load, read],
  );

  const interval = lookAgainAfter(state.page);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void read();
    };
    document.addEventListener("visibilitychange", look);
    const hangUp = hearOtherTabs(look);
    const timer = interval ? setInterval(look, interval) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", look);
      hangUp();
      clearInterval(timer);
    };
  }, [interval, read]);

  return (
    <ActionsContext value={actions}>
      <StateContext value={state}>{children}</StateContext>
    </ActionsContext>
  );
}

export function useChatList(): ChatListState {
  return useContext(StateContext);
}

export function useChatListActions(): ChatListActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("ChatListProvider is missing above this component.");
  return actions;
}
