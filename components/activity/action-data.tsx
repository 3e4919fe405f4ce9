"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";
import { RelativeTime } from "@/components/results/parts/relative-time";
import type { ActionView } from "@/lib/shared/action";
import { ArgumentList } from "./argument-list";
import { DisclosureButton } from "./disclosure";
import { RawText } from "./raw-text";

type ActionDataProps = {
  action: ActionView;
  /** With no result to see, what was sent is the next best thing. */
  startsOpen: boolean;
};

function rawData({ tool, account, arguments: sent, state }: ActionView): Record<string, unknown> {
  return { tool, account, arguments: sent, state };
}

/** What was sent, as a list or with all else as JSON. Neither is mounted before it is asked for. */
export function ActionData({ action, startsOpen }: ActionDataProps) {
  const words = useWords("activity").rows;
  const hasArguments = Object.keys(action.arguments).length > 0;
  const [shown, setShown] = useState<"nothing" | "arguments" | "raw">(
    startsOpen && hasArguments ? "arguments" : "nothing",
  );
  const toggle = (part: "arguments" | "raw") => setShown(shown === part ? "nothing" : part);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4">
        {hasArguments ? (
          <DisclosureButton open={shown === "arguments"} onClick={() => toggle("arguments")}>
            {words.whatWasSent}
          </DisclosureButton>
        ) : null}
        <DisclosureButton open={shown === "raw"} onClick={() => toggle("raw")}>
          {words.rawJson}
        </DisclosureButton>
        {action.startedAt ? (
          <span className="ml-auto text-muted-foreground text-xs">
            <RelativeTime time={action.startedAt} />
          </span>
        ) : null}
      </div>
      {shown === "arguments" ? (
        <div className="mt-1.5 rounded-lg border border-border px-3 py-2">
          <ArgumentList values={action.arguments} />
        </div>
      ) : null}
      {shown === "raw" ? (
        <div className="mt-1.5">
          <RawText value={rawData(action)} fileName={`${action.tool.toLowerCase()}.json`} />
        </div>
      ) : null}
    </div>
  );
}
