import type { ReactNode } from "react";
import { useWords } from "@/components/language/words";
import { useCopyMode } from "@/components/results/parts/copy-mode";
import { Fold, FoldArrow } from "@/components/results/parts/fold";
import { ResultCard } from "@/components/results/result-card";
import type { ActionView } from "@/lib/shared/action";
import { ActionData } from "./action-data";
import { ArgumentList } from "./argument-list";
import { RawText } from "./raw-text";
import { isRouterTool } from "./timeline";

type ActionDetailsProps = { action: ActionView; readOnly: boolean };

function hasResultCard(action: ActionView): boolean {
  return action.state.status === "succeeded" && !isRouterTool(action);
}

/** Whether a copy shows the card: the result may have been left out of it. */
function hasSharedCard({ state }: ActionView): boolean {
  if (state.status !== "succeeded") return false;
  return state.result !== undefined || state.omittedBytes !== undefined;
}

/** Whether a row has anything to open: in a copy, what its owner chose to show. */
export function useDetails(action: ActionView, readOnly: boolean): boolean {
  const raw = useCopyMode()?.rawOf(action.id);
  if (!readOnly) return true;
  return hasSharedCard(action) || raw !== undefined || Object.keys(action.arguments).length > 0;
}

function SharedFold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Fold
      className="inline-flex items-center gap-1 py-0.5 text-muted-foreground text-xs hover:text-foreground"
      label={
        <>
          <FoldArrow />
          {label}
        </>
      }
    >
      <div className="mt-1 mb-1.5">{children}</div>
    </Fold>
  );
}

function SharedDetails({ action }: { action: ActionView }) {
  const words = useWords("activity").rows;
  const raw = useCopyMode()?.rawOf(action.id);
  return (
    <div className="space-y-1">
      {hasSharedCard(action) ? <ResultCard action={action} readOnly /> : null}
      {Object.keys(action.arguments).length > 0 ? (
        <SharedFold label={words.whatWasSent}>
          <div className="rounded-lg border border-border px-3 py-2">
            <ArgumentList values={action.arguments} />
          </div>
        </SharedFold>
      ) : null}
      {raw === undefined ? null : (
        <SharedFold label={words.rawResult}>
          <RawText value={raw} whole />
        </SharedFold>
      )}
    </div>
  );
}

/** What an open row shows, in this order: what came back, what was sent, the bare data of both. */
export function ActionDetails({ action, readOnly }: ActionDetailsProps) {
  if (readOnly) return <SharedDetails action={action} />;
  const hasCard = hasResultCard(action);
  return (
    <div className="space-y-1">
      {hasCard ? <ResultCard action={action} /> : null}
      <ActionData action={action} startsOpen={!hasCard} />
    </div>
  );
}
