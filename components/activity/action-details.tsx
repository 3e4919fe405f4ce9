import { ResultCard } from "@/components/results/result-card";
import type { ActionView } from "@/lib/shared/action";
import { ActionData } from "./action-data";
import { isRouterTool } from "./timeline";

type ActionDetailsProps = { action: ActionView; readOnly: boolean };

function hasResultCard(action: ActionView): boolean {
  return action.state.status === "succeeded" && !isRouterTool(action);
}

/** Whether a row has anything to open. Strangers see results, and nothing of what was sent. */
export function hasDetails(action: ActionView, readOnly: boolean): boolean {
  return !readOnly || hasResultCard(action);
}

/** What an open row shows, in this order: what came back, what was sent, the bare data of both. */
export function ActionDetails({ action, readOnly }: ActionDetailsProps) {
  const hasCard = hasResultCard(action);
  return (
    <div className="space-y-1">
      {hasCard ? <ResultCard action={action} readOnly={readOnly} /> : null}
      {readOnly ? null : <ActionData action={action} startsOpen={!hasCard} />}
    </div>
  );
}
