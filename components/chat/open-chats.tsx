"use client";

import { useEffect } from "react";
import { Notice } from "@/components/ui/notice";
import type { ChatFilter } from "@/lib/client/chat-api";
import type { ChatPage } from "@/lib/shared/api";
import { useChatList, useChatListActions } from "./chat-list-context";
import { ChatListRow } from "./chat-list-row";
import { OlderChats } from "./older-chats";

/** Chats on a page of their own, kept as new as those in the sidebar. `filter` has to stay the same object. */
export function OpenChats({
  label,
  filter,
  initial,
  empty,
}: {
  label: string;
  filter: ChatFilter;
  initial: ChatPage;
  empty: string;
}) {
  const list = useChatListActions();
  const { open, error } = useChatList();
  useEffect(() => list.open(filter, initial), [list, filter, initial]);
  const { chats, nextCursor } = open?.filter === filter ? open.page : initial;

  return (
    <>
      {error ? <Notice error={error} /> : null}
      {chats.length === 0 ? (
        <p className="py-8 text-center text-sm text-muted-foreground">{empty}</p>
      ) : (
        <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-px">
          {chats.map((chat) => (
            <ChatListRow key={chat.id} chat={chat} />
          ))}
        </ul>
      )}
      {nextCursor ? <OlderChats onLoad={list.loadMoreOpen} /> : null}
    </>
  );
}
