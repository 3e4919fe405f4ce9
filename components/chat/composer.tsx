"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "@/components/language/words";
import { Switch } from "@/components/ui/switch";
import type { ConversationPhase } from "@/lib/client/conversation-state";
import type { QueuedMessage } from "@/lib/client/message-queue";
import { useOnline } from "@/lib/client/use-online";
import { type ChatMode, messageLengthLimit } from "@/lib/shared/api";
import { ComposerButtons } from "./composer-buttons";
import { ComposerInput } from "./composer-input";
import { QueuedMessages } from "./queue/queued-messages";
import type { Queue } from "./queue/use-message-queue";
import { useDraft } from "./use-draft";

const counterFrom = messageLengthLimit * 0.9;

/** Where the person writes. The text stays until `onSend` says that the server has it. */
export function Composer({
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
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
}) {
  const [draft, setDraft] = useDraft(draftKey);
  const input = useRef<HTMLTextAreaElement>(null);
  const online = useOnline();
  const lengthId = useId();
  const words = useWords("chat").composer;

  useEffect(() => {
    if (focused && matchMedia("(pointer: fine)").matches) input.current?.focus();
  }, [focused]);

  const tooLong = draft.length > messageLengthLimit;
  const written = draft.trim() !== "" && !tooLong;
  const sendable = written && phase === "idle";
  const queueable = written && (phase === "running" || phase === "stopping") && queue.open;

  const send = async () => {
    if (queueable) {
      queue.add(draft);
      setDraft("");
    } else if (sendable && (await onSend(draft))) setDraft("");
    input.current?.focus();
  };
  const takeBack = ({ id, text }: QueuedMessage) => {
    queue.remove(id);
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
      className="rounded-2xl border border-input/70 bg-surface shadow-raised transition-[border-color] focus-within:border-accent focus-within:outline-1 focus-within:outline-accent"
    >
      <QueuedMessages queue={queue} idle={phase === "idle"} onTakeBack={takeBack} />
      <ComposerInput
        input={input}
        text={draft}
        disabled={phase === "sending"}
        describedBy={draft.length > counterFrom ? lengthId : undefined}
        onChange={setDraft}
        onEnter={send}
      />
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 pr-2 pb-1.5 pl-4">
        <Switch
          checked={mode === "read-only"}
          onCheckedChange={(checked) => onModeChange(checked ? "read-only" : "ask")}
        >
          <span title={words.readOnlyMeans}>{words.readOnly}</span>
        </Switch>
        {settings}
        <div className="min-w-0 grow text-right text-xs text-muted-foreground">
          {online ? null : <p role="status">{words.offline}</p>}
          {draft.length > counterFrom ? (
            <p id={lengthId} className={tooLong ? "font-medium text-danger" : undefined}>
              {words.length(draft.length, messageLengthLimit)}
              {tooLong ? words.tooLong : ""}
            </p>
          ) : null}
        </div>
        {gauge}
        <ComposerButtons phase={phase} sendable={sendable} queueable={queueable} onStop={onStop} />
      </div>
    </form>
  );
}
