import { TriangleAlert } from "lucide-react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import { chosenActions } from "./approval-answer";
import type { Approval } from "./use-approval";
import { warningTexts } from "./warning-text";

function WarningList({ warnings }: { warnings: readonly string[] }) {
  return (
    <ul className="space-y-1 rounded-lg bg-danger-soft px-3 py-2">
      {warnings.map((warning) => (
        <li key={warning} className="flex items-start gap-2 font-medium text-danger text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="wrap-anywhere min-w-0">
            <PlainText text={warning} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a person should know before they say yes. Never folded away. */
export function Warnings({ action }: { action: ActionView }) {
  const words = useWords("activity").warnings;
  const warnings = action.state.status === "approval" ? warningTexts(action.state, words) : [];
  return warnings.length > 0 ? <WarningList warnings={warnings} /> : null;
}

type EditWarningsProps = { approval: Approval; actions: ActionView[] };

/** What the server has to say of what the person changed; beside the button, because nothing was done for it. */
export function EditWarnings({ approval: { draft }, actions }: EditWarningsProps) {
  const words = useWords("activity");
  const warnings = chosenActions(actions, draft).flatMap(({ id }) => {
    const edit = draft.edits.get(id);
    return edit ? warningTexts(edit, words.warnings) : [];
  });
  if (warnings.length === 0) return null;
  return (
    <div role="alert" className="space-y-2">
      <p className="text-sm">{words.approval.nothingDoneYet}</p>
      <WarningList warnings={[...new Set(warnings)]} />
    </div>
  );
}
