"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import type { Attachment } from "@/lib/shared/attachment";
import { messageLengthLimit } from "@/lib/shared/limits";
import { Attachments } from "../attachments/lazy-attachments";
import { isSendKey } from "../send-key";

/** A message of the person's as they write another version of it. The text stays until `onSend` says that the server has it. */
export function EditMessage({
  text,
  attachments,
  disabled,
  onSend,
  onCancel,
}: {
  text: string;
  /** Its files: they stay, unless they are taken away. */
  attachments: readonly Attachment[];
  /** While an answer is being written nothing can be sent. */
  disabled: boolean;
  onSend: (text: string, attachments: readonly Attachment[]) => Promise<boolean>;
  onCancel: () => void;
}) {
  const words = useWords("chat").versions;
  const { cancel } = useWords("common");
  const [draft, setDraft] = useState(text);
  const [kept, setKept] = useState(attachments);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const tooLong = draft.length > messageLengthLimit;
  const changed = draft !== text || kept.length < attachments.length;
  const sendable = !disabled && !tooLong && changed && (draft.trim() !== "" || kept.length > 0);
  const send = () => {
    if (sendable) void onSend(draft, kept);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (isSendKey(event)) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form
      data-slot="edit-message"
      onSubmit={submit}
      className="ml-auto w-full max-w-[85%] rounded-2xl rounded-br-sm border border-accent bg-surface p-2 shadow-raised"
    >
      <textarea
        ref={input}
        aria-label={words.yourMessage}
        rows={2}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={handleKeyDown}
        className="field-sizing-content block max-h-[50dvh] w-full resize-none overflow-y-auto bg-transparent px-1.5 py-1 text-base outline-none"
      />
      {kept.length > 0 ? (
        <Attachments
          attachments={kept}
          onRemove={(id) => setKept(kept.filter((attachment) => attachment.id !== id))}
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 grow px-1.5 text-muted-foreground text-xs">
          {tooLong ? words.tooLong(messageLengthLimit) : words.staysInItsVersion}
        </p>
        <Button variant="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit" variant="primary" disabled={!sendable}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
