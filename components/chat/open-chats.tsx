"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { ChatFilter } from "@/lib/client/chat-api";
import type { ChatPage } from "@/lib/shared/api";
import { useChatList, useChatListActions } from "./chat-list-context";
import { ChatListRow } from "./chat-list-row";

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
  const words = useWords("shelf");
  const list = useChatListActions();
  const { open, error } = useChatList();
  const [loading, setLoading] = useState(false);
  useEffect(() => list.open(filter, initial), [list, filter, initial]);
  const { chats, nextCursor } = open?.filter === filter ? open.page : initial;

  const more = async () => {
    setLoading(true);
    await list.loadMoreOpen();
    setLoading(false);
  };
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
      {nextCursor ? (
        <div className="mt-3">
          <Button variant="quiet" size="small" disabled={loading} onClick={more}>
            {loading ? <Spinner /> : null}
            {words.olderChats}
          </Button>
        </div>
      ) : null}
    </>
  );
}
