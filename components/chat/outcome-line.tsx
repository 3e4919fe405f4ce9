import { CircleSlash, type LucideIcon, Pause, Unplug } from "lucide-react";
import { useWords } from "@/components/language/words";
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
  const { goOn } = useWords("chat").outcomes;
  return (
    <div
      data-slot="outcome"
      className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground"
    >
      <Icon aria-hidden className="size-4" />
      {text}
      {onContinue ? (
        <Button size="small" onClick={onContinue}>
          {goOn}
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
  const words = useWords("chat").outcomes;
  const { tryAgain } = useWords("common");
  switch (outcome.status) {
    case "done":
      return null;
    case "stopped":
      return <Line icon={CircleSlash} text={words.stopped} />;
    case "limit":
      return (
        <Line icon={Pause} text={words.limit(outcome.steps)} onContinue={actions?.onContinue} />
      );
    case "interrupted":
      return <Line icon={Unplug} text={words.interrupted} onContinue={actions?.onContinue} />;
    case "failed":
      return (
        <Notice error={outcome.error}>
          {actions ? (
            <Button size="small" onClick={begun ? actions.onContinue : actions.onRetry}>
              {begun ? words.goOn : tryAgain}
            </Button>
          ) : null}
        </Notice>
      );
  }
}
