"use client";

import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { ProjectGroup } from "@/components/projects/project-group";
import { useNow } from "@/components/results/parts/use-now";
import { useChatList, useChatListActions } from "./chat-list-context";
import { ChatListRow } from "./chat-list-row";
import { groupChats } from "./group-chats";
import { OlderChats } from "./older-chats";

/** The person's chats by day. `renderedAt`, in milliseconds, stands in for the clock until the browser's is known. */
export function ChatList({ renderedAt }: { renderedAt: number }) {
  const { pinned, page, error } = useChatList();
  const { loadMore, refresh } = useChatListActions();
  const words = useWords("shelf");
  const now = useNow();
  const byDay =
    now === undefined
      ? groupChats(page.chats, renderedAt, 0)
      : groupChats(page.chats, now, new Date(now).getTimezoneOffset());
  const { list } = useWords("chat");
  const { tryAgain } = useWords("common");
  const days = byDay.map(({ day, chats }) => ({ name: list.days[day], chats }));
  const groups = pinned.length > 0 ? [{ name: words.pinned, chats: pinned }, ...days] : days;

  return (
    <nav
      aria-label={list.chats}
      className="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-4"
    >
      <ProjectGroup />
      {groups.length === 0 ? (
        <p className="px-2 py-3 text-sm text-muted-foreground">{list.noChats}</p>
      ) : null}
      {groups.map((group) => (
        <section key={group.name} className="mt-4">
          <h2 className="px-2 pb-1 text-2xs font-medium text-muted-foreground">{group.name}</h2>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
            {group.chats.map((chat) => (
              <ChatListRow key={chat.id} chat={chat} />
            ))}
          </ul>
        </section>
      ))}
      {page.nextCursor ? <OlderChats onLoad={loadMore} /> : null}
      {error ? (
        <p className="mt-3 px-2 text-xs text-muted-foreground">
          {list.mayBeOld} <ErrorText error={error}>{({ message }) => message}</ErrorText>{" "}
          <button type="button" className="text-accent underline" onClick={() => refresh()}>
            {tryAgain}
          </button>
        </p>
      ) : null}
    </nav>
  );
}
