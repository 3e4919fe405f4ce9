"use client";

import { Check, Folder } from "lucide-react";
import { useState } from "react";
import { useChatList, useChatListActions } from "@/components/chat/chat-list-context";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { PlainText } from "@/components/results/parts/plain-text";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { updateChat } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ChatSummary } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

function Choices({ chat, onDone }: { chat: ChatSummary; onDone: () => void }) {
  const { none } = useWords("projects");
  const { projects } = useChatList();
  const { refresh } = useChatListActions();
  const [error, setError] = useState<ErrorView | null>(null);
  const move = async (project: string | null) => {
    try {
      await updateChat(chat.id, { project });
      await refresh();
      onDone();
    } catch (failure) {
      setError(errorView(failure));
    }
  };
  return (
    <div className="mt-3 grid gap-2">
      {error ? <Notice error={error} /> : null}
      <ul className="grid max-h-80 grid-cols-[minmax(0,1fr)] gap-px overflow-y-auto">
        {[...projects, { id: null, name: none }].map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chat.project === id}
              onClick={() => move(id)}
              className="flex w-full items-center gap-2 rounded-lg px-2 py-2 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
            >
              <Folder aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              <span className="min-w-0 grow truncate">
                <PlainText text={name} />
              </span>
              {chat.project === id ? <Check aria-hidden className="size-4 shrink-0" /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Asks where a chat is to be. */
export function MoveDialog({ chat, onClosed }: { chat: ChatSummary; onClosed: () => void }) {
  const { moveTitle } = useWords("shelf");
  return (
    <Dialog title={moveTitle} onClosed={onClosed}>
      {(close) => (
        <WordsFor room="projects">
          <Choices chat={chat} onDone={close} />
        </WordsFor>
      )}
    </Dialog>
  );
}
