"use client";

import { useState } from "react";
import { ActionList } from "@/components/activity/action-list";
import { type Asking, AskingProvider } from "@/components/activity/asking";
import { ConnectCard } from "@/components/activity/connect-card";
import { Button } from "@/components/ui/button";
import { Attachments } from "../attachments/lazy-attachments";
import { Markdown } from "../markdown";
import { type MessageRenderers, MessageRow } from "../message-row";
import { WorkingLine } from "../working-line";
import { eventfulMessages, retryingUntil } from "./sample-messages";

const renderers: MessageRenderers = {
  Text: ({ text }) => <Markdown text={text} />,
  Actions: ({ actions }) => <ActionList actions={actions} />,
  Attachments,
  Connection: ({ connection }) => <ConnectCard connection={connection} />,
};

const nothing = () => undefined;
const actions = { onContinue: nothing, onRetry: nothing };

/** A pause that begins when the button is pressed, or with the page. */
function RetryStory() {
  const [message, setMessage] = useState(() => retryingUntil(Date.now() + 9_000));
  return (
    <div className="grid gap-3">
      <MessageRow message={message} renderers={renderers} />
      <WorkingLine message={message} />
      <p>
        <Button size="small" onClick={() => setMessage(retryingUntil(Date.now() + 9_000))}>
          Begin again
        </Button>
      </p>
    </div>
  );
}

/** What happens to answers: each as the last one of a live chat, and the asking as it is while an answer is written. */
export function MessageStories() {
  const [asked, setAsked] = useState<string>();
  const [busy, setBusy] = useState(false);
  const asking: Asking = busy ? { status: "busy" } : { status: "ready", ask: setAsked };
  return (
    <AskingProvider value={asking}>
      <label className="flex gap-2 text-sm">
        <input type="checkbox" checked={busy} onChange={() => setBusy(!busy)} /> An answer is being
        written
      </label>
      {asked ? <p className="text-sm">Asked: {asked}</p> : null}
      <div data-story="waiting to ask the model again">
        <RetryStory />
      </div>
      {eventfulMessages.map(([name, message]) => (
        <div key={name} data-story={name} className="grid gap-1">
          <p className="font-mono text-2xs text-muted-foreground">{name}</p>
          <MessageRow message={message} renderers={renderers} actions={actions} />
        </div>
      ))}
    </AskingProvider>
  );
}
