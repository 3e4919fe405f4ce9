import { ActionList } from "@/components/activity/action-list";
import { ConnectCard } from "@/components/activity/connect-card";
import { Markdown } from "@/components/chat/markdown";
import { type MessageRenderers, MessageRow } from "@/components/chat/message-row";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Brand } from "@/components/ui/brand-mark";
import type { ChatMessage } from "@/lib/shared/message";

const renderers: MessageRenderers = {
  Text: ({ text }) => <Markdown text={text} links={false} />,
  Actions: ({ actions }) => <ActionList actions={actions} readOnly />,
  Connection: ({ connection }) => <ConnectCard connection={connection} readOnly />,
};

/** The public copy of a chat. Rendered on the server; nothing in it can be pressed but links. */
export function SharedChat({
  title,
  createdAt,
  messages,
}: {
  title: string;
  /** ISO 8601. */
  createdAt: string;
  messages: ChatMessage[];
}) {
  return (
    <div data-slot="shared-chat" className="mx-auto min-h-dvh max-w-3xl px-4 pb-16">
      <header className="flex h-14 items-center">
        <Brand />
      </header>
      <main>
        <div className="border-border border-b pt-6 pb-5">
          <h1 className="text-2xl font-semibold tracking-tight">
            <PlainText text={title} />
          </h1>
          <p className="mt-1.5 text-sm text-muted-foreground">
            A copy of a conversation, shared <RelativeTime time={createdAt} />. It does not change
            and cannot be answered.
          </p>
        </div>
        {messages.map((message) => (
          <div key={message.id} className="pt-6">
            <MessageRow message={message} renderers={renderers} />
          </div>
        ))}
      </main>
    </div>
  );
}
