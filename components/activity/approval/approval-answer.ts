import type { ActionView } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";

/** What a person has chosen in an approval card so far. */
export type ApprovalDraft = {
  /** The ids of the actions that were unticked. */
  leftOut: ReadonlySet<string>;
  reason: string;
  /** What was typed where an action wants its name typed. */
  confirmation: string;
};

export const emptyDraft: ApprovalDraft = { leftOut: new Set(), reason: "", confirmation: "" };

export function chosenActions(actions: ActionView[], draft: ApprovalDraft): ActionView[] {
  return actions.filter((action) => !draft.leftOut.has(action.id));
}

/** What must be typed, word for word, before these may run. */
export function wantedConfirmations(actions: ActionView[]): string[] {
  const wanted = actions.flatMap(({ state }) =>
    state.status === "approval" && state.confirmation !== undefined ? [state.confirmation] : [],
  );
  return [...new Set(wanted)];
}

/** Whether the chosen actions may be approved as things stand. */
export type Readiness =
  | { status: "ready" }
  | { status: "nothing-chosen" }
  | { status: "confirm"; words: string }
  /** Each wants its own words typed, and one answer carries only one. */
  | { status: "one-at-a-time" };

export function checkReadiness(actions: ActionView[], draft: ApprovalDraft): Readiness {
  const chosen = chosenActions(actions, draft);
  if (chosen.length === 0) return { status: "nothing-chosen" };
  const [words, ...others] = wantedConfirmations(chosen);
  if (words === undefined) return { status: "ready" };
  if (others.length > 0) return { status: "one-at-a-time" };
  return draft.confirmation === words ? { status: "ready" } : { status: "confirm", words };
}

/** The body of the yes. A batch names what it wants done; a single action is all there is. */
export function approvalBody(actions: ActionView[], draft: ApprovalDraft): DecideApproval {
  const chosen = chosenActions(actions, draft);
  const needsWords = wantedConfirmations(chosen).length > 0;
  return {
    decision: "approve",
    ...(actions.length > 1 ? { items: chosen.map((action) => action.id) } : {}),
    ...(needsWords ? { confirmation: draft.confirmation } : {}),
  };
}

/** The body of the no. */
export function denialBody(draft: ApprovalDraft): DecideApproval {
  const reason = draft.reason.trim();
  return { decision: "deny", ...(reason === "" ? {} : { reason }) };
}
