import { useWords } from "@/components/language/words";
import type { ActionView } from "@/lib/shared/action";
import { describeEffect } from "../describe/describe-action";
import { Disclosure } from "../disclosure";
import { Sentence } from "../sentence";
import { asEdited } from "./approval-answer";
import { ApprovalItem } from "./approval-item";
import type { Approval } from "./use-approval";
import { Warnings } from "./warnings";

type ApprovalBatchProps = { actions: ActionView[]; approval: Approval };

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((other) => other !== id));
}

/** Several changes in one question: a tick for each, what each sends behind its line. */
export function ApprovalBatch({ actions, approval }: ApprovalBatchProps) {
  const { draft, progress } = approval;
  const { leftOut } = draft;
  const words = useWords("actions");
  const { whatIsSent } = useWords("activity").approval;
  return (
    <ul className="divide-y divide-border border-border border-t">
      {actions.map((action) => (
        <li key={action.id} className="px-3.5 py-2.5">
          <label className="flex items-start gap-2.5 text-sm pointer-coarse:-my-2.5 pointer-coarse:py-3">
            <input
              type="checkbox"
              checked={!leftOut.has(action.id)}
              disabled={progress.status === "sending"}
              onChange={({ currentTarget: { checked } }) =>
                approval.changeDraft({
                  leftOut: checked ? without(leftOut, action.id) : new Set([...leftOut, action.id]),
                })
              }
              className="touch-target mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere min-w-0">
              <Sentence segments={describeEffect(asEdited(action, draft), words).segments} />
            </span>
          </label>
          <div className="mt-1.5 space-y-1.5 pl-6.5">
            <Warnings action={action} />
            <Disclosure label={whatIsSent} startsOpen={action.toolClass === "delete"}>
              <ApprovalItem action={action} approval={approval} />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}
