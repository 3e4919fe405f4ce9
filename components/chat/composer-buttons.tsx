import { ArrowUp, ListPlus, Square } from "lucide-react";
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
  if (phase === "idle") {
    return (
      <Button
        type="submit"
        variant="primary"
        size="icon"
        aria-label="Send"
        title="Send (Enter)"
        disabled={!sendable}
      >
        <ArrowUp aria-hidden className="size-4.5" />
      </Button>
    );
  }
  return (
    <>
      {queueable ? (
        <Button
          type="submit"
          size="icon"
          aria-label="Send after this answer"
          title="Send after this answer (Enter)"
        >
          <ListPlus aria-hidden className="size-4.5" />
        </Button>
      ) : null}
      <Button
        size="icon"
        aria-label="Stop"
        title="Stop (Esc)"
        disabled={phase === "stopping"}
        onClick={onStop}
      >
        {phase === "running" ? <Square aria-hidden className="size-3 fill-current" /> : <Spinner />}
      </Button>
    </>
  );
}
