"use client";

import { memo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { MessageVersions } from "@/lib/shared/api";
import { attachmentsOf } from "@/lib/shared/attachments-of";
import type { ChatMessage } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import { useShortcut } from "../shortcuts/use-shortcut";
import { lazyRenderers } from "./lazy-renderers";
import { MessageRow } from "./message-row";
import type { OutcomeActions } from "./outcome-line";
import { EditMessage } from "./versions/edit-message";
import { MessageTools } from "./versions/message-tools";
import type { VersionActions } from "./versions/version-actions";

function EditShortcut({ onEdit }: { onEdit: () => void }) {
  useShortcut("edit", onEdit);
  return null;
}

/** One message of a chat with what can be done about it. */
export const ThreadItem = memo(function ThreadItem({
  message,
  asked,
  versions,
  last,
  newestOwn,
  busy,
  outcomeActions,
  versionActions,
}: {
  message: ChatMessage;
  /** Of an answer, the id of the message that it answers, where that is on this page. */
  asked: string | undefined;
  versions: MessageVersions | undefined;
  last: boolean;
  /** Of the messages that the person wrote, this is the latest. */
  newestOwn: boolean;
  /** An answer is being written, this one or another. */
  busy: boolean;
  outcomeActions: OutcomeActions;
  versionActions: VersionActions;
}) {
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const leave = () => {
    flushSync(() => setEditing(false));
    row.current?.querySelector<HTMLElement>("[data-action=edit]")?.focus();
  };
  if (editing) {
    return (
      <EditMessage
        text={textOf(message)}
        disabled={busy}
        attachments={attachmentsOf(message)}
        onSend={(text, attachments) => versionActions.edit(message.id, text, attachments)}
        onCancel={leave}
      />
    );
  }
  const writing = busy && last && message.role === "assistant";
  return (
    <div ref={row} className="group/message">
      {newestOwn && !busy ? <EditShortcut onEdit={() => setEditing(true)} /> : null}
      <MessageRow
        message={message}
        renderers={lazyRenderers}
        actions={last && !busy ? outcomeActions : undefined}
      />
      {writing && !versions ? null : (
        <MessageTools
          message={message}
          asked={asked}
          versions={versions}
          disabled={busy}
          last={last}
          onEdit={() => setEditing(true)}
          onAnswerAgain={versionActions.answerAgain}
          onShow={versionActions.show}
        />
      )}
    </div>
  );
});
