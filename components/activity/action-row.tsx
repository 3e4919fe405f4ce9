"use client";

import { memo, useId, useState } from "react";
import { useWords } from "@/components/language/words";
import { Fold, FoldArrow } from "@/components/results/parts/fold";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import { ActionDetails, useDetails } from "./action-details";
import { DecisionNote } from "./decision-note";
import { describeAction } from "./describe/describe-action";
import { Chevron } from "./disclosure";
import { ElapsedTime } from "./elapsed-time";
import { OutcomeNote } from "./outcome-note";
import { ProgressBar } from "./progress-bar";
import { Sentence } from "./sentence";
import { StatusIcon } from "./status-icon";
import { isRouterTool } from "./timeline";

type ActionRowProps = {
  action: ActionView;
  /** Open until the person closes it. */
  showsResult: boolean;
  readOnly: boolean;
};

function RowLine({ action, readOnly }: Pick<ActionRowProps, "action" | "readOnly">) {
  const words = useWords("actions");
  const { as } = useWords("activity").rows;
  const quiet = isRouterTool(action) || action.state.status === "cancelled";
  return (
    <>
      <span className="flex h-5 items-center">
        <StatusIcon action={action} still={readOnly} />
      </span>
      <span
        className={`wrap-anywhere min-w-0 flex-1 text-left ${quiet ? "text-muted-foreground" : "text-foreground"}`}
      >
        <Sentence segments={describeAction(action, words).segments} />
        {action.account && !quiet ? (
          <span className="text-muted-foreground text-xs">
            {` ${as} `}
            <PlainText text={action.account} />
          </span>
        ) : null}
      </span>
      <span className="shrink-0 text-muted-foreground text-xs leading-5 tabular-nums">
        <ElapsedTime action={action} still={readOnly} />
      </span>
    </>
  );
}

/** One inner tool call: what it does in a sentence, how long it took, and behind it what came of it. */
export const ActionRow = memo(function ActionRow({
  action,
  showsResult,
  readOnly,
}: ActionRowProps) {
  const [choice, setChoice] = useState<"open" | "closed">();
  const detailsId = useId();
  const opens = useDetails(action, readOnly);
  const open = opens && (choice ? choice === "open" : showsResult);
  const lineClass = "flex w-full items-start gap-2 py-1 text-sm";
  if (opens && readOnly) {
    return (
      <div data-slot="action" data-status={action.state.status}>
        <Fold
          open={showsResult}
          className={`${lineClass} rounded-md`}
          label={
            <>
              <RowLine action={action} readOnly />
              <span className="flex h-5 items-center text-muted-foreground">
                <FoldArrow />
              </span>
            </>
          }
        >
          <div className="pt-1 pb-2.5 @[30rem]/list:pl-6">
            <ActionDetails action={action} readOnly />
          </div>
        </Fold>
        <OutcomeNote action={action} readOnly />
      </div>
    );
  }
  return (
    <div data-slot="action" data-status={action.state.status}>
      {opens ? (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          onClick={() => setChoice(open ? "closed" : "open")}
          className={`group ${lineClass} rounded-md pointer-coarse:min-h-11 pointer-coarse:py-3`}
        >
          <RowLine action={action} readOnly={readOnly} />
          <span className="flex h-5 items-center text-muted-foreground group-hover:text-foreground">
            <Chevron open={open} />
          </span>
        </button>
      ) : (
        <p className={lineClass}>
          <RowLine action={action} readOnly={readOnly} />
        </p>
      )}
      {readOnly ? null : <DecisionNote action={action} />}
      <OutcomeNote action={action} readOnly={readOnly} />
      <ProgressBar action={action} />
      {open ? (
        <div id={detailsId} className="pt-1 pb-2.5 @[30rem]/list:pl-6">
          <ActionDetails action={action} readOnly={readOnly} />
        </div>
      ) : null}
    </div>
  );
});
