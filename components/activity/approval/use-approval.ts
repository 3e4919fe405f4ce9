"use client";

import { useRef, useState } from "react";
import type { ActionView } from "@/lib/shared/action";
import { approvalAnswerSchema, type DecideApproval, type WarnedEdit } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { postAnswer } from "../post-answer";
import { noteAnswer } from "./answered-here";
import {
  type ApprovalDraft,
  approvalBody,
  checkReadiness,
  denialBody,
  emptyDraft,
} from "./approval-answer";
import type { ActionEdit } from "./edit/edited-arguments";

/** How far the person's answer has come. Sent, it stays so until the new state of the actions arrives. */
type AnswerProgress =
  | { status: "open" }
  | { status: "sending"; decision: DecideApproval["decision"] }
  | { status: "answered-elsewhere" }
  | { status: "refused"; error: ErrorView };

const answeredElsewhere = { status: "answered-elsewhere" } as const;

/** Takes in what the server has to say of edits; what was typed stays as it is. */
function withWarnings(draft: ApprovalDraft, edits: readonly WarnedEdit[]) {
  const warned = new Map(draft.edits);
  for (const { actionId, warnings, said } of edits) {
    const edit = warned.get(actionId);
    if (edit) warned.set(actionId, { ...edit, warnings, said });
  }
  return { ...draft, edits: warned };
}

/** The person's choices in one approval card and the sending of their answer, which happens at most once. */
export function useApproval(approvalId: string, actions: ActionView[]) {
  const [draft, setDraft] = useState<ApprovalDraft>(emptyDraft);
  const [progress, setProgress] = useState<AnswerProgress>({ status: "open" });
  // State is seen only by the next render; a second click in the same frame must not get through.
  const closed = useRef(false);

  const reopen = (next: AnswerProgress) => {
    closed.current = false;
    setProgress(next);
  };
  const answer = async (body: DecideApproval) => {
    if (closed.current) return;
    closed.current = true;
    setProgress({ status: "sending", decision: body.decision });
    const address = `/api/approvals/${encodeURIComponent(approvalId)}`;
    // Before it is sent: the new state may arrive before the answer to it does.
    noteAnswer(approvalId, true);
    const outcome = await postAnswer(address, body);
    switch (outcome.status) {
      case "accepted": {
        const answered = approvalAnswerSchema.safeParse(outcome.body).data;
        if (answered?.decided !== false) return;
        setDraft((current) => withWarnings(current, answered.edits));
        noteAnswer(approvalId, false);
        return reopen({ status: "open" });
      }
      case "answered":
        noteAnswer(approvalId, false);
        return setProgress(answeredElsewhere);
      case "refused":
        noteAnswer(approvalId, false);
        return reopen({ status: "refused", error: outcome.error });
    }
  };

  const readiness = checkReadiness(actions, draft);
  return {
    draft,
    progress,
    readiness,
    changeDraft: (change: Partial<ApprovalDraft>) =>
      setDraft((current) => ({ ...current, ...change })),
    /** Without an edit, the action is done as it was asked for. */
    changeEdit: (actionId: string, edit: ActionEdit | undefined) =>
      setDraft((current) => {
        const edits = new Map(current.edits);
        if (edit) edits.set(actionId, edit);
        else edits.delete(actionId);
        return { ...current, edits };
      }),
    approve: () => {
      if (readiness.status === "ready") void answer(approvalBody(actions, draft));
    },
    deny: () => void answer(denialBody(draft)),
  };
}
export type Approval = ReturnType<typeof useApproval>;
