import { type ComponentType, memo } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import type { Attachment } from "@/lib/shared/attachment";
import { attachmentsOf } from "@/lib/shared/attachments-of";
import type { ConnectionView } from "@/lib/shared/connection";
import type { ChatMessage } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import { FollowUpList } from "./follow-up-list";
import { followUpsAfter } from "./follow-ups";
import { hasBegun, type MessageSegment, messageSegments } from "./message-segments";
import { NoticeLine } from "./notice-line";
import { type OutcomeActions, OutcomeLine } from "./outcome-line";
import { Reasoning } from "./reasoning";

/** What shows the parts of an answer: a chat fetches it later, a shared page has it rendered on the server. */
export type MessageRenderers = {
  Text: ComponentType<{ text: string }>;
  Actions: ComponentType<{ actions: ActionView[] }>;
  Connection: ComponentType<{ connection: ConnectionView }>;
  Attachments: ComponentType<{ attachments: readonly Attachment[] }>;
};

function Segment({
  segment,
  renderers: { Text, Actions, Connection },
}: {
  segment: MessageSegment;
  renderers: MessageRenderers;
}) {
  switch (segment.kind) {
    case "text":
      return <Text text={segment.text} />;
    case "reasoning":
      return <Reasoning text={segment.text} streaming={segment.streaming} />;
    case "actions":
      return <Actions actions={segment.actions} />;
    case "connection":
      return <Connection connection={segment.connection} />;
    case "notice":
      return <NoticeLine notice={segment.notice} />;
  }
}

/** One message. `actions`, what to do about how an answer ended and what next, are for the last one only. */
export const MessageRow = memo(function MessageRow({
  message,
  renderers,
  actions,
}: {
  message: ChatMessage;
  renderers: MessageRenderers;
  actions?: OutcomeActions | undefined;
}) {
  const words = useWords("chat");
  if (message.role === "user") {
    const attachments = attachmentsOf(message);
    const text = textOf(message);
    return (
      <article
        aria-label={words.messages.you}
        data-slot="message"
        data-role="user"
        className="flex flex-col items-end gap-1.5"
      >
        {attachments.length > 0 ? <renderers.Attachments attachments={attachments} /> : null}
        {text ? (
          <p className="max-w-[85%] whitespace-pre-wrap rounded-2xl rounded-br-sm bg-hover px-3.5 py-2 forced-colors:border">
            <PlainText text={text} />
          </p>
        ) : null}
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
        <Segment key={segment.key} segment={segment} renderers={renderers} />
      ))}
      {outcome ? (
        <OutcomeLine outcome={outcome} begun={hasBegun(message.parts)} actions={actions} />
      ) : null}
      {actions ? <FollowUpList followUps={followUpsAfter(message, words.followUps)} /> : null}
    </article>
  );
});
