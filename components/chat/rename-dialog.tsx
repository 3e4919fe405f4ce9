"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { updateChat } from "@/lib/client/chat-api";
import { complaintIn } from "@/lib/client/complaint-in";
import { errorView } from "@/lib/client/request";
import type { ErrorWords } from "@/lib/language/error-text";
import { type ChatSummary, updateChatSchema } from "@/lib/shared/api";
import { useChatListActions } from "./chat-list-context";

function RenameForm({
  chat,
  input,
  onDone,
}: {
  chat: ChatSummary;
  input: RefObject<HTMLInputElement | null>;
  onDone: () => void;
}) {
  const { refresh } = useChatListActions();
  const words = useWords("chat").list;
  const { cancel } = useWords("common");
  const [title, setTitle] = useState(chat.title);
  const [problem, setProblem] = useState<ErrorWords>();
  const [saving, setSaving] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const change = updateChatSchema.safeParse({ title });
    if (!change.success) return setProblem(complaintIn(change.error));
    setSaving(true);
    try {
      await updateChat(chat.id, { title: title.trim() });
      await refresh();
      onDone();
    } catch (error) {
      setProblem(errorView(error));
      setSaving(false);
    }
  };

  return (
    <form onSubmit={save} className="grid gap-5">
      <TextField
        ref={input}
        label={words.title}
        value={title}
        problem={problem && <ErrorText error={problem}>{({ message }) => message}</ErrorText>}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{cancel}</Button>
        <Button variant="primary" type="submit" disabled={saving}>
          {words.rename}
        </Button>
      </div>
    </form>
  );
}

export function RenameDialog({ chat, onClosed }: { chat: ChatSummary; onClosed: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog title={useWords("chat").list.renameChat} initialFocus={input} onClosed={onClosed}>
      {(close) => <RenameForm chat={chat} input={input} onDone={close} />}
    </Dialog>
  );
}
