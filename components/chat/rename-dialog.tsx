"use client";

import { useRef } from "react";
import { useWords } from "@/components/language/words";
import { Dialog } from "@/components/ui/dialog";
import { NameForm } from "@/components/ui/name-form";
import { updateChat } from "@/lib/client/chat-api";
import { type ChatSummary, chatTitleSchema } from "@/lib/shared/api";
import { useChatListActions } from "./chat-list-context";

export function RenameDialog({ chat, onClosed }: { chat: ChatSummary; onClosed: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { refresh } = useChatListActions();
  const words = useWords("chat").list;
  const rename = async (title: string) => {
    await updateChat(chat.id, { title });
    await refresh();
  };
  return (
    <Dialog title={words.renameChat} initialFocus={input} onClosed={onClosed}>
      {(close) => (
        <NameForm
          label={words.title}
          action={words.rename}
          name={chat.title}
          schema={chatTitleSchema}
          onSave={rename}
          onDone={close}
          input={input}
        />
      )}
    </Dialog>
  );
}
