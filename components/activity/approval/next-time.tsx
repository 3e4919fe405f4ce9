import { useId } from "react";
import type { ActionView } from "@/lib/shared/action";
import { describeKind } from "../describe/describe-action";
import { type ApprovalDraft, allowableActions } from "./approval-answer";
import { KeyHint } from "./key-hint";
import type { Approval } from "./use-approval";

const choices: ReadonlyMap<ApprovalDraft["next"], string> = new Map([
  ["ask", "Ask me each time"],
  ["chat", "Don't ask again in this chat"],
  ["always", "Don't ask again in any chat"],
]);

/** The other choice that a key switches to and back. */
export function toggledNext(next: ApprovalDraft["next"]): ApprovalDraft["next"] {
  return next === "ask" ? "chat" : "ask";
}

function kindsOf(actions: ActionView[]): string {
  const kinds = new Set(actions.map(({ tool, toolkit }) => describeKind(tool, toolkit)));
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) return only;
  return `These ${kinds.size} kinds of change`;
}

/** What happens the next time the same is asked for. It counts with the yes, and says none itself. */
export function NextTime({ approval, actions }: { approval: Approval; actions: ActionView[] }) {
  const id = useId();
  const allowable = allowableActions(actions, approval.draft);
  if (allowable.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-xs">
      <label htmlFor={id}>{kindsOf(allowable)}, next time:</label>
      <select
        id={id}
        value={approval.draft.next}
        disabled={approval.progress.status === "sending"}
        aria-keyshortcuts="3"
        onChange={({ currentTarget: { value } }) => {
          const next = [...choices.keys()].find((choice) => choice === value);
          if (next) approval.changeDraft({ next });
        }}
        className="h-7 pointer-coarse:h-11 max-w-full rounded-lg border border-input/60 bg-surface px-1.5 text-foreground text-xs disabled:opacity-55"
      >
        {[...choices].map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      <KeyHint name="3" />
    </p>
  );
}
