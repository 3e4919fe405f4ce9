import { useId } from "react";
import type { ActionView } from "@/lib/shared/action";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { chosenActions, wantedConfirmations } from "./approval-answer";
import type { Approval } from "./use-approval";

type ConfirmationFieldProps = { approval: Approval; actions: ActionView[] };

/** Where a deletion wants its name typed. The field belongs to no form: Enter in it does nothing. */
export function ConfirmationField({ approval, actions }: ConfirmationFieldProps) {
  const id = useId();
  const [words, ...others] = wantedConfirmations(chosenActions(actions, approval.draft));
  if (words === undefined) return null;
  if (others.length > 0) {
    return (
      <p className="text-danger text-sm">
        Each of these wants its own name typed: tick one of them at a time.
      </p>
    );
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="wrap-anywhere text-sm">
        Type <strong className="select-all font-semibold">{revealHiddenCharacters(words)}</strong>{" "}
        to confirm
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
