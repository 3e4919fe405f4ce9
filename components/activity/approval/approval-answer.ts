import type { ActionView, PermissionScope } from "@/lib/shared/action";
import type { DecideApproval, EditedAction } from "@/lib/shared/api";
import { type ActionEdit, editedArguments, isChanged } from "./edit/edited-arguments";

/** What a person has chosen in an approval card so far. */
export type ApprovalDraft = {
  /** The ids of the actions that were unticked. */
  leftOut: ReadonlySet<string>;
  reason: string;
  /** What was typed where an action wants its name typed. */
  confirmation: string;
  /** What happens the next time the same is asked for. */
  next: "ask" | PermissionScope;
  /** By action, what the person has made of it. */
  edits: ReadonlyMap<string, ActionEdit>;
};

export const emptyDraft: ApprovalDraft = {
  leftOut: new Set(),
  reason: "",
  confirmation: "",
  next: "ask",
  edits: new Map(),
};

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

/** The chosen actions whose tools may be run unasked from now on. */
export function allowableActions(actions: ActionView[], draft: ApprovalDraft): ActionView[] {
  return chosenActions(actions, draft).filter(
    ({ id, state }) =>
      state.status === "approval" &&
      state.allowable === true &&
      (draft.edits.get(id)?.warnings ?? []).length === 0,
  );
}

/** An action as it would be done: with what its person has made of it. */
export function asEdited(action: ActionView, draft: ApprovalDraft): ActionView {
  const edit = draft.edits.get(action.id);
  return edit ? { ...action, arguments: editedArguments(edit).values } : action;
}

function changedEdits(actions: ActionView[], draft: ApprovalDraft): EditedAction[] {
  return chosenActions(actions, draft).flatMap(({ id }) => {
    const edit = draft.edits.get(id);
    if (!edit || !isChanged(edit)) return [];
    const warnings = edit.warnings.length > 0 ? { warnings: [...edit.warnings] } : {};
    return [{ actionId: id, arguments: editedArguments(edit).values, ...warnings }];
  });
}

/** Whether the chosen actions may be approved as things stand. */
export type Readiness =
  | { status: "ready" }
  | { status: "nothing-chosen" }
  | { status: "confirm"; words: string }
  /** Something that was typed cannot be read. */
  | { status: "mend" }
  /** Each wants its own words typed, and one answer carries only one. */
  | { status: "one-at-a-time" };

export function checkReadiness(actions: ActionView[], draft: ApprovalDraft): Readiness {
  const chosen = chosenActions(actions, draft);
  if (chosen.length === 0) return { status: "nothing-chosen" };
  const edits = chosen.flatMap(({ id }) => draft.edits.get(id) ?? []);
  if (edits.some((edit) => editedArguments(edit).problems.size > 0)) return { status: "mend" };
  const [words, ...others] = wantedConfirmations(chosen);
  if (words === undefined) return { status: "ready" };
  if (others.length > 0) return { status: "one-at-a-time" };
  return draft.confirmation === words ? { status: "ready" } : { status: "confirm", words };
}

/** The body of the yes. A batch names what it wants done; a single action is all there is. */
export function approvalBody(actions: ActionView[], draft: ApprovalDraft): DecideApproval {
  const chosen = chosenActions(actions, draft);
  const needsWords = wantedConfirmations(chosen).length > 0;
  const edits = changedEdits(actions, draft);
  const allows = draft.next !== "ask" && allowableActions(actions, draft).length > 0;
  return {
    decision: "approve",
    ...(actions.length > 1 ? { items: chosen.map((action) => action.id) } : {}),
    ...(needsWords ? { confirmation: draft.confirmation } : {}),
    ...(edits.length > 0 ? { edits } : {}),
    ...(allows && draft.next !== "ask" ? { allow: draft.next } : {}),
  };
}

/** The body of the no. */
export function denialBody(draft: ApprovalDraft): DecideApproval {
  const reason = draft.reason.trim();
  return { decision: "deny", ...(reason === "" ? {} : { reason }) };
}
