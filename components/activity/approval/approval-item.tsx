import type { ActionView } from "@/lib/shared/action";
import { ArgumentList } from "../argument-list";
import { Disclosure } from "../disclosure";
import { RawText } from "../raw-text";

/** What is sent, whole. */
export function ApprovalItem({ action }: { action: ActionView }) {
  return (
    <div className="space-y-2.5">
      <ArgumentList values={action.arguments} />
      <Disclosure label="Raw JSON">
        <RawText value={{ tool: action.tool, arguments: action.arguments }} whole />
      </Disclosure>
    </div>
  );
}
