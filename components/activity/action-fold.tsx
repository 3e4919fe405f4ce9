"use client";

import { Layers } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Fold, FoldArrow } from "@/components/results/parts/fold";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import { ActionRow } from "./action-row";
import { toolkitName } from "./describe/toolkit-name";
import { Chevron } from "./disclosure";
import { isRouterTool } from "./timeline";

/** "Looked at 5 things in Bitbucket"; the router's own tools are no things a person looks at. */
export function describeFold(actions: ActionView[], words: Words["activity"]["rows"]): string {
  const things = actions.filter((action) => !isRouterTool(action));
  if (things.length === 0) return words.gotReady(actions.length);
  const places = new Set(things.map((action) => toolkitName(action.toolkit)));
  return words.lookedAt(things.length, [...places]);
}

type ActionFoldProps = { actions: ActionView[]; readOnly: boolean };

/** Finished reads in one line. */
export function ActionFold({ actions, readOnly }: ActionFoldProps) {
  const { rows: rowWords } = useWords("activity");
  const [open, setOpen] = useState(false);
  const line =
    "flex w-full items-center gap-2 rounded-md py-1 text-muted-foreground text-sm hover:text-foreground";
  const words = (
    <>
      <Layers aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 text-left">{describeFold(actions, rowWords)}</span>
    </>
  );
  const rows = (
    <ul className="ml-2 border-border border-l pl-3.5">
      {actions.map((action) => (
        <li key={action.id}>
          <ActionRow action={action} showsResult={false} readOnly={readOnly} />
        </li>
      ))}
    </ul>
  );
  if (readOnly) {
    return (
      <div data-slot="action-fold">
        <Fold
          className={line}
          label={
            <>
              {words}
              <FoldArrow />
            </>
          }
        >
          {rows}
        </Fold>
      </div>
    );
  }
  return (
    <div data-slot="action-fold">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={line}>
        {words}
        <Chevron open={open} />
      </button>
      {open ? rows : null}
    </div>
  );
}
