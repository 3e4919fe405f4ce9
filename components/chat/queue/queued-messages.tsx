import { Clock, Undo2 } from "lucide-react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import type { QueuedMessage } from "@/lib/client/message-queue";
import type { Queue } from "./use-message-queue";

/** What waits to be sent, above the composer, each with the way back into it. */
export function QueuedMessages({
  queue: { messages, send },
  idle,
  onTakeBack,
}: {
  queue: Queue;
  /** Nothing is being answered: then it can be sent by hand. */
  idle: boolean;
  onTakeBack: (message: QueuedMessage) => void;
}) {
  const words = useWords("chat").thread.queue;
  if (messages.length === 0) return null;
  return (
    <div className="max-h-[30dvh] overflow-y-auto border-border border-b p-2">
      <p className="px-1.5 pb-1 text-muted-foreground text-xs">
        {idle ? words.notByItself : words.sentAfter}
      </p>
      <ul aria-label={words.title} data-slot="queue" className="grid gap-1">
        {messages.map((message) => (
          <li
            key={message.id}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 rounded-lg bg-sunken py-1 pr-1 pl-2.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
          >
            <Clock aria-hidden className="size-4 text-muted-foreground" />
            <p className="wrap-anywhere line-clamp-2 text-sm">
              {message.text}
              {message.attachments.length > 0 ? (
                <span className="text-muted-foreground">
                  {" "}
                  + {message.attachments.map(({ name }) => name).join(", ")}
                </span>
              ) : null}
            </p>
            <div className="flex items-center gap-1 max-sm:col-start-2 max-sm:-ml-2.5">
              {idle ? (
                <Button size="small" onClick={() => send(message)}>
                  {words.sendNow}
                </Button>
              ) : null}
              <Button
                variant="quiet"
                size="small"
                aria-label={words.takeBackText(message.text.slice(0, 80))}
                onClick={() => onTakeBack(message)}
              >
                <Undo2 aria-hidden className="size-3.5" />
                {words.takeBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
