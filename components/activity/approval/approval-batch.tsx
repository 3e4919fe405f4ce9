import type { ActionView } from "@/lib/shared/action";
import { describeEffect } from "../describe/describe-action";
import { Disclosure } from "../disclosure";
import { Sentence } from "../sentence";
import { ApprovalItem } from "./approval-item";
import { Warnings } from "./warnings";

type ApprovalBatchProps = {
  actions: ActionView[];
  leftOut: ReadonlySet<string>;
  disabled: boolean;
  onChange: (leftOut: ReadonlySet<string>) => void;
};

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((other) => other !== id));
}

/** Several changes in one question: a tick for each, what each sends behind its line. */
export function ApprovalBatch({ actions, leftOut, disabled, onChange }: ApprovalBatchProps) {
  return (
    <ul className="divide-y divide-border border-border border-t">
      {actions.map((action) => (
        <li key={action.id} className="px-3.5 py-2.5">
          <label className="flex items-start gap-2.5 text-sm">
            <input
              type="checkbox"
              checked={!leftOut.has(action.id)}
              disabled={disabled}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? without(leftOut, action.id) : new Set([...leftOut, action.id]))
              }
              className="touch-target mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="wrap-anywhere min-w-0">
              <Sentence segments={describeEffect(action).segments} />
            </span>
          </label>
          <div className="mt-1.5 space-y-1.5 pl-6.5">
            <Warnings action={action} />
            <Disclosure label="What is sent" startsOpen={action.toolClass === "delete"}>
              <ApprovalItem action={action} />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}
