"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import type { EarlierMessages } from "@/lib/client/conversation-state";
import type { MessageVersions } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { EarlierMessagesRow } from "./earlier-messages-row";
import type { OutcomeActions } from "./outcome-line";
import { ThreadRow } from "./thread-row";
import { useDistance } from "./use-distance";
import { useScrollEnd } from "./use-scroll-end";
import { useSoughtMessage } from "./use-sought-message";
import type { VersionActions } from "./versions/version-actions";
import { WorkingLine } from "./working-line";

/** Rows at the end are always laid out; those before only when they come near the window. */
const alwaysLaidOut = 4;

/** So many rows cost little enough for all of them to stay; of more, those far from the window are left out. */
const alwaysThere = 40;

/** Of an answer, the id of the message of the person's before it. */
function askedBy(message: ChatMessage, before: ChatMessage | undefined): string | undefined {
  return message.role === "assistant" && before?.role === "user" ? before.id : undefined;
}

/** The messages of a chat. Stays at the end while the reader is there, and lets go when the reader scrolls up. */
export function Thread({
  messages,
  earlier,
  onLoadEarlier,
  sent,
  sought,
  activity,
  versions,
  busy,
  actions,
  versionActions,
}: {
  messages: ChatMessage[];
  /** What there is before them. */
  earlier: EarlierMessages;
  onLoadEarlier: () => void;
  /** How many messages were sent from this page: with each of them the reader goes to the end. */
  sent: number;
  /** The id of the message that the reader came for. */
  sought: string | undefined;
  activity: "idle" | "working" | "waiting";
  /** By the id of a message, where there are several. */
  versions: Record<string, MessageVersions>;
  /** Nothing new can be asked for now. */
  busy: boolean;
  actions: OutcomeActions;
  versionActions: VersionActions;
}) {
  const words = useWords("chat").thread;
  const { scroller, end, atEnd, scrollToEnd } = useScrollEnd();
  const watch = useDistance(scroller);
  const { found, missing } = useSoughtMessage(sought, messages);
  const newest = messages.at(-1);
  const newestOwn = messages.findLast(({ role }) => role === "user");
  const [seen, setSeen] = useState(newest);
  if (atEnd && seen !== newest) setSeen(newest);

  useEffect(() => {
    if (sent > 0) scrollToEnd();
  }, [sent, scrollToEnd]);

  return (
    <div className="relative flex min-h-0 grow flex-col">
      <section
        ref={scroller}
        aria-label={words.conversation}
        className="flex min-h-0 grow flex-col-reverse overflow-y-auto overscroll-contain"
      >
        <div className="mx-auto mb-auto w-full max-w-3xl px-4 pt-6 pb-2">
          <EarlierMessagesRow earlier={earlier} scroller={scroller} onLoad={onLoadEarlier} />
          {messages.map((message, index) => {
            const old = index < messages.length - alwaysLaidOut;
            return (
              <ThreadRow
                key={message.id}
                message={message}
                asked={askedBy(message, messages[index - 1])}
                versions={versions[message.id]}
                last={index === messages.length - 1}
                newestOwn={message === newestOwn}
                busy={busy}
                outcomeActions={actions}
                versionActions={versionActions}
                old={old}
                leaves={old && messages.length > alwaysThere}
                sought={message.id === sought ? found : undefined}
                watch={watch}
              />
            );
          })}
          {missing ? (
            <p role="status" className="pb-3 text-center text-xs text-muted-foreground">
              {words.notAmongThese}
            </p>
          ) : null}
          {activity === "working" ? <WorkingLine message={newest} /> : null}
          <div ref={end} className="h-px" />
        </div>
      </section>
      {atEnd ? null : (
        <div
          // On a small screen the buttons of a question stand where this would.
          className={`pointer-events-none absolute inset-x-0 bottom-2 flex justify-center *:pointer-events-auto ${activity === "waiting" ? "max-sm:top-2 max-sm:bottom-auto" : ""}`}
        >
          <Button onClick={scrollToEnd} aria-label={seen === newest ? words.toTheEnd : undefined}>
            <ArrowDown aria-hidden className="size-4" />
            {seen === newest ? null : words.newAnswer}
          </Button>
        </div>
      )}
    </div>
  );
}
