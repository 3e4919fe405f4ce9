"use client";

import { Hand } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { announce } from "@/components/ui/announcer";
import { Notice } from "@/components/ui/notice";
import type { ActionView } from "@/lib/shared/action";
import { describeEffect, effectButton } from "../describe/describe-action";
import { toolkitName } from "../describe/toolkit-name";
import { Sentence } from "../sentence";
import { AnswerBar } from "./answer-bar";
import { noteQuestion } from "./answered-here";
import { allowableActions, asEdited, chosenActions } from "./approval-answer";
import { ApprovalBatch } from "./approval-batch";
import { ApprovalItem } from "./approval-item";
import { ConfirmationField } from "./confirmation-field";
import { NextTime, toggledNext } from "./next-time";
import { type Approval, useApproval } from "./use-approval";
import { useFocusWhenIdle } from "./use-approval-focus";
import { warningTexts } from "./warning-text";
import { EditWarnings, Warnings } from "./warnings";

type ApprovalCardProps = { approvalId: string; actions: ActionView[] };

function useApprovalWords() {
  const { approval, warnings } = useWords("activity");
  return { actions: useWords("actions"), approval, warnings };
}
type ApprovalWords = ReturnType<typeof useApprovalWords>;

/** What a screen reader says when the question comes: what would be done, and what there is to say of it. */
function announcement(actions: ActionView[], words: ApprovalWords): string {
  const effects = actions.map((action) => describeEffect(action, words.actions).text);
  const warnings = actions.flatMap(({ state }) =>
    state.status === "approval" ? warningTexts(state, words.warnings) : [],
  );
  return [words.approval.needed(effects), ...new Set(warnings)].join(" – ");
}

function Title({ actions }: { actions: ActionView[] }) {
  const words = useApprovalWords();
  const [first] = actions;
  if (actions.length > 1) return words.approval.changesWait(actions.length);
  return first ? <Sentence segments={describeEffect(first, words.actions).segments} /> : null;
}

/** As whom, and where: of several changes, every account they would be made as. */
function Accounts({ actions }: { actions: ActionView[] }) {
  const words = useWords("activity").approval;
  const named = actions.map(({ account, toolkit }) =>
    account ? words.asAccount(account, toolkitName(toolkit)) : toolkitName(toolkit),
  );
  return (
    <p className="wrap-anywhere text-muted-foreground text-xs">
      <PlainText text={[...new Set(named)].join(", ")} /> · {words.waitingForYou}
    </p>
  );
}

function AnswerProblem({ progress }: { progress: Approval["progress"] }) {
  const { alreadyAnswered } = useWords("activity").approval;
  if (progress.status === "answered-elsewhere") {
    return (
      <p role="status" className="text-muted-foreground text-sm">
        {alreadyAnswered}
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
  const approveButton = useRef<HTMLButtonElement>(null);
  const denyButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [first] = actions;
  const destructive = actions.some((action) => action.toolClass === "delete");
  const settled = useFocusWhenIdle({ card, focus: destructive ? denyButton : card });
  const inside = { within: card, active: settled };
  // What cannot be taken back takes more than one key.
  const approve = destructive ? () => approveButton.current?.focus() : approval.approve;
  useShortcut("approve", approve, inside);
  useShortcut("deny", approval.deny, inside);
  const toggleNext = () => {
    if (allowableActions(actions, approval.draft).length > 0)
      approval.changeDraft({ next: toggledNext(approval.draft.next) });
  };
  useShortcut("next-time", toggleNext, inside);
  const words = useApprovalWords();
  const announced = announcement(actions, words);
  useEffect(() => {
    announce(announced);
    return () => announce("");
  }, [announced]);
  const actionIds = actions.map(({ id }) => id).join(" ");
  useEffect(() => noteQuestion(approvalId, actionIds.split(" ")), [approvalId, actionIds]);
  if (!first) return null;

  const batch = actions.length > 1;
  const chosen = chosenActions(actions, approval.draft).length;
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-slot="approval"
      data-keys={settled ? "live" : "settling"}
      className={`group/approval @container my-2 scroll-my-4 overflow-clip rounded-lg border bg-surface shadow-raised ${destructive ? "border-danger/50" : "border-accent/50"}`}
    >
      <header className="flex items-start gap-2.5 px-3.5 pt-3 pb-2.5">
        <Hand
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${destructive ? "text-danger" : "text-accent"}`}
        />
        <div className="min-w-0">
          <h2 id={titleId} className="wrap-anywhere font-medium text-base">
            <Title actions={actions.map((action) => asEdited(action, approval.draft))} />
          </h2>
          <Accounts actions={actions} />
        </div>
      </header>
      {/* On a small screen the buttons stay in sight, and never over the title. */}
      <div>
        {batch ? (
          <ApprovalBatch actions={actions} approval={approval} />
        ) : (
          <div className="space-y-2.5 border-border border-t px-3.5 py-3">
            <Warnings action={first} />
            <ApprovalItem action={first} approval={approval} />
          </div>
        )}
        <footer className="space-y-2.5 border-border border-t bg-sunken px-3.5 py-2.5 max-sm:sticky max-sm:bottom-0">
          <ConfirmationField approval={approval} actions={actions} />
          <AnswerProblem progress={approval.progress} />
          <EditWarnings approval={approval} actions={actions} />
          <AnswerBar
            approval={approval}
            approveLabel={
              batch
                ? words.approval.doSome(chosen, actions.length)
                : effectButton(first, words.actions)
            }
            destructive={destructive}
            approveRef={approveButton}
            denyRef={denyButton}
          />
          <NextTime approval={approval} actions={actions} />
        </footer>
      </div>
    </article>
  );
}
