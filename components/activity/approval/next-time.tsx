import { useId } from "react";
import { useWords } from "@/components/language/words";
import { useShortcutKeys } from "@/components/shortcuts/use-shortcut";
import type { ActionWords } from "@/lib/language/action-words";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import { describeKind } from "../describe/describe-action";
import { type ApprovalDraft, allowableActions } from "./approval-answer";
import { KeyHint } from "./key-hint";
import type { Approval } from "./use-approval";

const choices: readonly ApprovalDraft["next"][] = ["ask", "chat", "always"];

/** The other choice that a key switches to and back. */
export function toggledNext(next: ApprovalDraft["next"]): ApprovalDraft["next"] {
  return next === "ask" ? "chat" : "ask";
}

function kindsOf(
  actions: ActionView[],
  words: Words["activity"]["approval"],
  spoken: ActionWords,
): string {
  const kinds = new Set(actions.map(({ tool, toolkit }) => describeKind(tool, toolkit, spoken)));
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) return only;
  return words.kinds(kinds.size);
}

/** What happens the next time the same is asked for. It counts with the yes, and says none itself. */
export function NextTime({ approval, actions }: { approval: Approval; actions: ActionView[] }) {
  const id = useId();
  const words = useWords("activity").approval;
  const spoken = useWords("actions");
  const keys = useShortcutKeys("next-time");
  const allowable = allowableActions(actions, approval.draft);
  if (allowable.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-xs">
      <label htmlFor={id}>{words.nextTime(kindsOf(allowable, words, spoken))}</label>
      <select
        id={id}
        value={approval.draft.next}
        disabled={approval.progress.status === "sending"}
        aria-keyshortcuts={keys.aria}
        onChange={({ currentTarget: { value } }) => {
          const next = choices.find((choice) => choice === value);
          if (next) approval.changeDraft({ next });
        }}
        className="h-7 pointer-coarse:h-11 max-w-full rounded-lg border border-input/60 bg-surface px-1.5 text-foreground text-xs disabled:opacity-55"
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.next[choice]}
          </option>
        ))}
      </select>
      <KeyHint id="next-time" />
    </p>
  );
}
