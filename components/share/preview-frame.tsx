"use client";

import type { SyntheticEvent } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { PreviewState } from "./use-preview";

/** A preview is looked at: its links lead nowhere. */
function holdLinks({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void {
  currentTarget.contentDocument?.addEventListener("click", (event) => {
    // Of another window: its classes are not this one's.
    const element = event.target as Partial<Element> | null;
    if (element?.closest?.("a")) event.preventDefault();
  });
}

/** The very page that readers would get. No script of it could run. */
export function PreviewFrame({ state, onRetry }: { state: PreviewState; onRetry: () => void }) {
  const words = useWords("sharing");
  const { tryAgain } = useWords("common");
  switch (state.status) {
    case "loading":
      return (
        <div role="status" className="grid content-start gap-3 p-4">
          <span className="sr-only">{words.loadingPreview}</span>
          <Skeleton className="h-7 w-1/2" />
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="mt-4 h-24" />
        </div>
      );
    case "failed":
      return (
        <div className="p-3">
          <Notice error={state.error}>
            <Button size="small" onClick={onRetry}>
              {tryAgain}
            </Button>
          </Notice>
        </div>
      );
    case "shown":
      return (
        <iframe
          title={words.whatReadersGet}
          sandbox="allow-same-origin"
          srcDoc={state.preview.html}
          onLoad={holdLinks}
          aria-busy={state.stale}
          className={`size-full transition-opacity ${state.stale ? "opacity-50" : ""}`}
        />
      );
  }
}
