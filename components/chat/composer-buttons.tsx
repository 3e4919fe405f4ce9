import { ArrowUp, ListPlus, Square } from "lucide-react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { ConversationPhase } from "@/lib/client/conversation-state";

/** Sends; or, while an answer is being written, stops it and lets what was written meanwhile wait. */
export function ComposerButtons({
  phase,
  sendable,
  queueable,
  onStop,
}: {
  phase: ConversationPhase["status"];
  sendable: boolean;
  queueable: boolean;
  onStop: () => void;
}) {
  const words = useWords("chat").composer;
  if (phase === "idle") {
    return (
      <Button
        type="submit"
        variant="primary"
        size="icon"
        aria-label={words.send}
        title={words.sendByKey}
        disabled={!sendable}
      >
        <ArrowUp aria-hidden className="size-4.5" />
      </Button>
    );
  }
  return (
    <>
      {queueable ? (
        <Button type="submit" size="icon" aria-label={words.queue} title={words.queueByKey}>
          <ListPlus aria-hidden className="size-4.5" />
        </Button>
      ) : null}
      <Button
        size="icon"
        aria-label={words.stop}
        title={words.stopByKey}
        disabled={phase === "stopping"}
        onClick={onStop}
      >
        {phase === "running" ? <Square aria-hidden className="size-3 fill-current" /> : <Spinner />}
      </Button>
    </>
  );
}
