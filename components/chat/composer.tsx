"use client";

import { type FormEvent, memo, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { Switch } from "@/components/ui/switch";
import { noFiles } from "@/lib/client/attachments/attached-file";
import type { AttachmentStore } from "@/lib/client/attachments/attachment-store";
import type { ConversationPhase } from "@/lib/client/conversation-state";
import type { QueuedMessage } from "@/lib/client/message-queue";
import { useOnline } from "@/lib/client/use-online";
import type { ChatMode } from "@/lib/shared/api";
import type { Attachment } from "@/lib/shared/attachment";
import { messageLengthLimit } from "@/lib/shared/limits";
import { Attaching, AttachmentTray } from "./attachments/lazy-attachments";
import { useAttachedFiles } from "./attachments/use-attached-files";
import { ComposerButtons } from "./composer-buttons";
import { ComposerInput } from "./composer-input";
import { QueuedMessages } from "./queue/queued-messages";
import type { Queue } from "./queue/use-message-queue";
import { useDraft } from "./use-draft";

const counterFrom = messageLengthLimit * 0.9;

/**
 * Where the person writes. The text stays until `onSend` says that the server has it. While an answer is written nothing of it
 * changes, and it is not rendered with each of its pieces.
 */
export const Composer = memo(function Composer({
  draftKey,
  focused,
  phase,
  mode,
  onModeChange,
  settings,
  gauge,
  queue,
  onSend,
  onStop,
}: {
  draftKey: string;
  /** Takes the focus when it appears, unless that would open a keyboard on the screen. */
  focused: boolean;
  phase: ConversationPhase["status"];
  mode: ChatMode;
  onModeChange: (mode: ChatMode) => void;
  /** What else of the chat is set here, beside its mode. */
  settings?: ReactNode;
  /** How full the chat is. */
  gauge?: ReactNode;
  /** Where messages go that are written while an answer is. */
  queue: Queue;
  onSend: (text: string, attachments: readonly Attachment[]) => Promise<boolean>;
  onStop: () => void;
}) {
  const [draft, setDraft] = useDraft(draftKey);
  const [files, setFiles] = useState<AttachmentStore>();
  const attached = useAttachedFiles(files);
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const online = useOnline();
  const lengthId = useId();
  const words = useWords("chat").composer;

  useEffect(() => {
    if (focused && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [focused]);

  const tooLong = draft.length > messageLengthLimit;
  const ready = attached.files.flatMap((file) => (file.status === "ready" ? file.attachment : []));
  const whole = ready.length === attached.files.length;
  const written = whole && (draft.trim() !== "" || ready.length > 0) && !tooLong;
  const sendable = written && phase === "idle";
  const queueable = written && (phase === "running" || phase === "stopping") && queue.open;

  const empty = () => {
    setDraft("");
    files?.clear();
  };
  const send = async () => {
    if (queueable) {
      queue.add(draft, ready);
      empty();
    } else if (sendable && (await onSend(draft, ready))) empty();
    input.current?.focus();
  };
  const takeBack = ({ id, text, attachments }: QueuedMessage) => {
    queue.remove(id);
    files?.put(attachments);
    setDraft(draft.trim() === "" ? text : `${text}\n\n${draft}`);
    input.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <form
      data-slot="composer"
      onSubmit={submit}
      ref={form}
      className="data-over:border-accent data-over:bg-accent-soft rounded-2xl border border-input/70 bg-surface shadow-raised transition-[border-color] focus-within:border-accent focus-within:outline-1 focus-within:outline-accent"
    >
      <QueuedMessages queue={queue} idle={phase === "idle"} onTakeBack={takeBack} />
      {files && attached !== noFiles ? <AttachmentTray attached={attached} store={files} /> : null}
      <ComposerInput
        input={input}
        text={draft}
        disabled={phase === "sending"}
        describedBy={draft.length > counterFrom ? lengthId : undefined}
        onChange={setDraft}
        onEnter={send}
      />
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 pr-2 pb-1.5 pl-4">
        <Attaching
          key={draftKey}
          draftKey={draftKey}
          form={form}
          label={words.attach}
          disabled={phase === "sending"}
          onOpen={setFiles}
        />
        <Switch
          checked={mode === "read-only"}
          onCheckedChange={(checked) => onModeChange(checked ? "read-only" : "ask")}
        >
          <span title={words.readOnlyMeans}>{words.readOnly}</span>
        </Switch>
        {settings}
        <div className="ml-auto flex min-w-0 items-center gap-3">
          <div className="min-w-0 text-right text-xs text-muted-foreground empty:hidden">
            {online ? null : <p role="status">{words.offline}</p>}
            {draft.length > counterFrom ? (
              <p id={lengthId} className={tooLong ? "font-medium text-danger" : undefined}>
                {words.length(draft.length, messageLengthLimit)}
                {tooLong ? words.tooLong : ""}
              </p>
            ) : null}
          </div>
          {gauge}
          <ComposerButtons
            phase={phase}
            sendable={sendable}
            queueable={queueable}
            onStop={onStop}
          />
        </div>
      </div>
    </form>
  );
});
