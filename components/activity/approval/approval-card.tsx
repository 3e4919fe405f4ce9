"use client";

import { Hand } from "lucide-react";
import { useId, useRef } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { Notice } from "@/components/ui/notice";
import type { ActionView } from "@/lib/shared/action";
import { describeEffect, effectButton } from "../describe/describe-action";
import { toolkitName } from "../describe/toolkit-name";
import { Sentence } from "../sentence";
import { AnswerBar } from "./answer-bar";
import { chosenActions } from "./approval-answer";
import { ApprovalBatch } from "./approval-batch";
import { ApprovalItem } from "./approval-item";
import { ConfirmationField } from "./confirmation-field";
import { type Approval, useApproval } from "./use-approval";
import { useAnswerKeys, useFocusWhenIdle } from "./use-approval-focus";
import { Warnings } from "./warnings";

type ApprovalCardProps = { approvalId: string; actions: ActionView[] };

function Title({ actions }: { actions: ActionView[] }) {
  const [first] = actions;
  if (actions.length > 1) return `${actions.length} changes wait for your answer`;
  return first ? <Sentence segments={describeEffect(first).segments} /> : null;
}

/** As whom, and where: of several changes, every account they would be made as. */
function Accounts({ actions }: { actions: ActionView[] }) {
  const named = actions.map(({ account, toolkit }) =>
    account ? `as ${account} · ${toolkitName(toolkit)}` : toolkitName(toolkit),
  );
  return (
    <p className="wrap-anywhere text-muted-foreground text-xs">
      <PlainText text={[...new Set(named)].join(", ")} /> · waiting for you
    </p>
  );
}

function AnswerProblem({ progress }: { progress: Approval["progress"] }) {
  if (progress.status === "answered-elsewhere") {
    return (
      <p role="status" className="text-muted-foreground text-sm">
        Already answered in another tab.
      </p>
    );
  }
  return progress.status === "refused" ? <Notice error={progress.error} /> : null;
}

/**
 * The question before a change. Actions that wait under one approval are one card and are answered together; what
 * becomes of them arrives as their new state.
 */
export function ApprovalCard({ approvalId, actions }: ApprovalCardProps) {
  const approval = useApproval(approvalId, actions);
  const card = useRef<HTMLElement>(null);
  const denyButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [first] = actions;
  const destructive = actions.some((action) => action.toolClass === "delete");
  useFocusWhenIdle(denyButton);
  useAnswerKeys(card, approval);
  if (!first) return null;

  const batch = actions.length > 1;
  const locked = approval.progress.status === "sending";
  const chosen = chosenActions(actions, approval.draft).length;
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-slot="approval"
      className={`@container my-2 overflow-hidden rounded-lg border bg-surface shadow-raised ${destructive ? "border-danger/50" : "border-accent/50"}`}
    >
      <header className="flex items-start gap-2.5 px-3.5 pt-3 pb-2.5">
        <Hand
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${destructive ? "text-danger" : "text-accent"}`}
        />
        <div className="min-w-0">
          <h3 id={titleId} className="wrap-anywhere font-medium text-base">
            <Title actions={actions} />
          </h3>
          <Accounts actions={actions} />
        </div>
      </header>
      {batch ? (
        <ApprovalBatch
          actions={actions}
          leftOut={approval.draft.leftOut}
          disabled={locked}
          onChange={(leftOut) => approval.changeDraft({ leftOut })}
        />
      ) : (
        <div className="space-y-2.5 border-border border-t px-3.5 py-3">
          <Warnings action={first} />
          <ApprovalItem action={first} />
        </div>
      )}
      <footer className="space-y-2.5 border-border border-t bg-sunken px-3.5 py-2.5">
        <ConfirmationField approval={approval} actions={actions} />
        <AnswerProblem progress={approval.progress} />
        <AnswerBar
          approval={approval}
          approveLabel={batch ? `Do ${chosen} of ${actions.length}` : effectButton(first)}
          destructive={destructive}
          denyRef={denyButton}
        />
      </footer>
    </section>
  );
}
