import { type ComponentType, memo } from "react";
import { ActionList } from "@/components/activity/action-list";
import { ConnectCard } from "@/components/activity/connect-card";
import type { ChatMessage } from "@/lib/shared/message";
import { type MessageSegment, messageSegments } from "./message-segments";
import { type OutcomeActions, OutcomeLine } from "./outcome-line";
import { Reasoning } from "./reasoning";

type TextRenderer = ComponentType<{ text: string }>;

function Segment({
  segment,
  readOnly,
  Text,
}: {
  segment: MessageSegment;
  readOnly: boolean;
  Text: TextRenderer;
}) {
  switch (segment.kind) {
    case "text":
      return <Text text={segment.text} />;
    case "reasoning":
      return <Reasoning text={segment.text} streaming={segment.streaming} />;
    case "actions":
      return <ActionList actions={segment.actions} readOnly={readOnly} />;
    case "connection":
      return <ConnectCard connection={segment.connection} readOnly={readOnly} />;
  }
}

function userText(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

/**
 * One message. `Text` renders Markdown: the chat brings it in later, a shared page renders it on the server.
 * `actions` are for the last answer only; with `readOnly` nothing in the row can be pressed.
 */
export const MessageRow = memo(function MessageRow({
  message,
  Text,
  readOnly = false,
  actions,
}: {
  message: ChatMessage;
  Text: TextRenderer;
  readOnly?: boolean;
  actions?: OutcomeActions | undefined;
}) {
  if (message.role === "user") {
    return (
      <article aria-label="You" data-slot="message" data-role="user" className="flex justify-end">
        <p className="max-w-[85%] whitespace-pre-wrap rounded-2xl rounded-br-sm bg-hover px-3.5 py-2">
          {userText(message)}
        </p>
      </article>
    );
  }
  const outcome = message.metadata?.outcome;
  return (
    <article
      aria-label="Branchline"
      data-slot="message"
      data-role="assistant"
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
    >
      {messageSegments(message.parts).map((segment) => (
        <Segment key={segment.key} segment={segment} readOnly={readOnly} Text={Text} />
      ))}
      {outcome ? <OutcomeLine outcome={outcome} actions={actions} /> : null}
    </article>
  );
});
