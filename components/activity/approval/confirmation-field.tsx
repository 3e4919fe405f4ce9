import { useId } from "react";
import { useWords } from "@/components/language/words";
import type { ActionView } from "@/lib/shared/action";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { chosenActions, wantedConfirmations } from "./approval-answer";
import type { Approval } from "./use-approval";

type ConfirmationFieldProps = { approval: Approval; actions: ActionView[] };

/** Where a deletion wants its name typed. The field belongs to no form: Enter in it does nothing. */
export function ConfirmationField({ approval, actions }: ConfirmationFieldProps) {
  const id = useId();
  const { oneNameAtATime, typeToConfirm } = useWords("activity").approval;
  const [words, ...others] = wantedConfirmations(chosenActions(actions, approval.draft));
  if (words === undefined) return null;
  if (others.length > 0) {
    return <p className="text-danger text-sm">{oneNameAtATime}</p>;
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="wrap-anywhere text-sm">
        {typeToConfirm.before}
        <strong className="select-all font-semibold">{revealHiddenCharacters(words)}</strong>
        {typeToConfirm.after}
      </label>
      <input
        id={id}
        value={approval.draft.confirmation}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        disabled={approval.progress.status === "sending"}
        onChange={({ currentTarget }) =>
          approval.changeDraft({ confirmation: currentTarget.value })
        }
        className="h-8 pointer-coarse:h-11 w-full rounded-lg border border-input bg-surface px-2.5 font-mono text-sm"
      />
    </div>
  );
}
