import { TriangleAlert } from "lucide-react";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";

/** What a person should know before they say yes. Never folded away. */
export function Warnings({ action }: { action: ActionView }) {
  const warnings = action.state.status === "approval" ? [...new Set(action.state.warnings)] : [];
  if (warnings.length === 0) return null;
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
