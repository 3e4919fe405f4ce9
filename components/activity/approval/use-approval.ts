"use client";

import { useRef, useState } from "react";
import type { ActionView } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { postAnswer } from "../post-answer";
import {
  type ApprovalDraft,
  approvalBody,
  checkReadiness,
  denialBody,
  emptyDraft,
} from "./approval-answer";

/** How far the person's answer has come. Sent, it stays so until the new state of the actions arrives. */
type AnswerProgress =
  | { status: "open" }
  | { status: "sending"; decision: DecideApproval["decision"] }
  | { status: "answered-elsewhere" }
  | { status: "refused"; error: ErrorView };

const answeredElsewhere = { status: "answered-elsewhere" } as const;

/** The person's choices in one approval card and the sending of their answer, which happens at most once. */
export function useApproval(approvalId: string, actions: ActionView[]) {
  const [draft, setDraft] = useState<ApprovalDraft>(emptyDraft);
  const [progress, setProgress] = useState<AnswerProgress>({ status: "open" });
  // State is seen only by the next render; a second click in the same frame must not get through.
  const closed = useRef(false);

  const answer = async (body: DecideApproval) => {
    if (closed.current) return;
    closed.current = true;
    setProgress({ status: "sending", decision: body.decision });
    const address = `/api/approvals/${encodeURIComponent(approvalId)}`;
    const outcome = await postAnswer(address, body);
    switch (outcome.status) {
      case "accepted":
        return;
      case "answered":
        return setProgress(answeredElsewhere);
      case "refused":
        closed.current = false;
        return setProgress({ status: "refused", error: outcome.error });
    }
  };

  const readiness = checkReadiness(actions, draft);
  return {
    draft,
    progress,
    readiness,
    changeDraft: (change: Partial<ApprovalDraft>) => setDraft({ ...draft, ...change }),
    approve: () => {
      if (readiness.status === "ready") void answer(approvalBody(actions, draft));
    },
    deny: () => void answer(denialBody(draft)),
  };
}
export type Approval = ReturnType<typeof useApproval>;
