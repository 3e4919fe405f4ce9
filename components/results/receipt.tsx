"use client";

import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { AskButton } from "@/components/activity/ask-button";
import { undoRequest } from "@/components/activity/describe/requests";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import { OpenLink } from "./parts/external-link";
import { PlainText } from "./parts/plain-text";
import { RelativeTime } from "./parts/relative-time";
import { useServiceModes } from "./parts/service-modes";
import { addressFromNames, addressFromResult } from "./receipt-address";

type Outcome = Exclude<keyof Words["results"]["receipt"], "undoBy">;

const outcomes: ReadonlyArray<[verb: RegExp, outcome: Outcome]> = [
  [/_CREATE_\w*COMMENT$/, "commentPosted"],
  [/_CREATE_/, "created"],
  [/_UPDATE_/, "updated"],
  [/_DELETE_/, "deleted"],
  [/_MERGE_/, "merged"],
  [/_APPROVE_/, "approved"],
  [/_DECLINE_/, "declined"],
];

function outcomeOf(tool: string): Outcome {
  return outcomes.find(([verb]) => verb.test(tool))?.[1] ?? "done";
}

function useReceiptAddress(action: ActionView): string | undefined {
  const modes = useServiceModes();
  if (action.toolClass === "delete" && action.state.status === "succeeded") {
    const merged = action.tool.includes("_MERGE_") || action.tool.includes("_DECLINE_");
    if (!merged) return undefined;
  }
  const given = addressFromResult(action);
  return given ?? (modes?.router === "hosted" ? addressFromNames(action) : undefined);
}

/** Asks the agent to take a change back; before it does, it asks the person. */
function UndoButton({ action }: { action: ActionView }) {
  const modes = useServiceModes();
  const words = useWords("results").receipt;
  const request = undoRequest(action, useWords("actions"));
  // The embedded Bitbucket has no tool that deletes a comment.
  const possible = action.tool === "BITBUCKET_CREATE_ISSUE" || modes?.router === "hosted";
  return request && possible ? (
    <AskButton text={request} variant="quiet" label={words.undoBy(request)}>
      {words.undo}
    </AskButton>
  ) : null;
}

/** Proof of a change: what became of it, as whom, when, and the way there. */
export function Receipt({ action, children }: { action: ActionView; children: ReactNode }) {
  const address = useReceiptAddress(action);
  const words = useWords("results").receipt;
  return (
    <div className="overflow-hidden rounded-lg border border-success/40 bg-surface [&>section]:rounded-none [&>section]:border-0">
      <p className="flex flex-wrap items-center gap-x-1.5 border-success/25 border-b bg-success-soft px-3 py-1.5 text-muted-foreground text-xs">
        <CircleCheck aria-hidden className="size-3.5 shrink-0 text-success" />
        <span className="font-medium text-foreground">{words[outcomeOf(action.tool)]}</span>
        {action.account ? (
          <span>
            {words.as}{" "}
            <span className="font-medium text-foreground">
              <PlainText text={action.account} />
            </span>
          </span>
        ) : null}
        <RelativeTime time={action.finishedAt} />
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <UndoButton action={action} />
          <OpenLink href={address} label={words.openInBitbucket} />
        </span>
      </p>
      {children}
    </div>
  );
}
