import { CircleSlash, type LucideIcon, Pause, Unplug } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RunOutcome } from "@/lib/shared/message";

/** What a person can do about an answer that ended early. */
export type OutcomeActions = { onContinue: () => void; onRetry: () => void };

function Line({
  icon: Icon,
  text,
  onContinue,
}: {
  icon: LucideIcon;
  text: string;
  onContinue?: (() => void) | undefined;
}) {
  return (
    <div
      data-slot="outcome"
      className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground"
    >
      <Icon aria-hidden className="size-4" />
      {text}
      {onContinue ? (
        <Button size="small" onClick={onContinue}>
          Continue
        </Button>
      ) : null}
    </div>
  );
}

/** How an answer ended, when it did not simply end. Without `actions`, on old answers and shared pages, it only says so. */
export function OutcomeLine({
  outcome,
  begun,
  actions,
}: {
  outcome: RunOutcome;
  /** Whether words or work came before the end: then it can only be gone on with, never asked for again as a whole. */
  begun: boolean;
  actions?: OutcomeActions | undefined;
}) {
  switch (outcome.status) {
    case "done":
      return null;
    case "stopped":
      return <Line icon={CircleSlash} text="Stopped by you" />;
    case "limit":
      return (
        <Line
          icon={Pause}
          text={`I stopped after ${outcome.steps} ${outcome.steps === 1 ? "step" : "steps"}.`}
          onContinue={actions?.onContinue}
        />
      );
    case "interrupted":
      return (
        <Line
          icon={Unplug}
          text="The server restarted while this ran."
          onContinue={actions?.onContinue}
        />
      );
    case "failed":
      return (
        <Notice error={outcome.error}>
          {actions ? (
            <Button size="small" onClick={begun ? actions.onContinue : actions.onRetry}>
              {begun ? "Continue" : "Try again"}
            </Button>
          ) : null}
        </Notice>
      );
  }
}
