import { TriangleAlert } from "lucide-react";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import { ArgumentList } from "../argument-list";
import { Disclosure } from "../disclosure";
import { RawText } from "../raw-text";

function Warnings({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="space-y-1">
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

/** Everything a person must see before they say yes: the warnings, and what is sent, whole. */
export function ApprovalItem({ action }: { action: ActionView }) {
  const warnings = action.state.status === "approval" ? action.state.warnings : [];
  return (
    <div className="space-y-2.5">
      <Warnings warnings={warnings} />
      <ArgumentList values={action.arguments} />
      <Disclosure label="Raw JSON">
        <RawText value={{ tool: action.tool, arguments: action.arguments }} />
      </Disclosure>
    </div>
  );
}
