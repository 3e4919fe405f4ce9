"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { EarlierMessages } from "@/lib/client/conversation-state";

/** How far from the top of the scroller the row asks by itself. */
const margin = "800px 0px 0px 0px";

/**
 * Stands above the first message while there are earlier ones. They are loaded when the reader comes near it, or by its
 * button. What appears below it does not move the view: the scroller is a reversed column and keeps its distance from the end,
 * unless the browser holds on to this row, which it is told not to.
 */
export function EarlierMessagesRow({
  earlier,
  scroller,
  onLoad,
}: {
  earlier: EarlierMessages;
  scroller: RefObject<HTMLElement | null>;
  onLoad: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);
  const { status } = earlier;
  const words = useWords("chat").thread.earlier;
  const { tryAgain } = useWords("common");

  useEffect(() => {
    // A failure is not followed by another try before the reader asks for one.
    if (!row.current || status !== "available") return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { root: scroller.current, rootMargin: margin },
    );
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [status, scroller]);

  if (status === "none") return null;
  const loading = status === "loading";
  return (
    <div
      ref={row}
      data-slot="earlier-messages"
      className="flex flex-col items-center gap-1 pb-6 text-center [overflow-anchor:none] text-xs text-muted-foreground"
    >
      {status === "failed" ? (
        <p role="alert">
          {words.failed} <ErrorText error={earlier.error}>{({ message }) => message}</ErrorText>
        </p>
      ) : null}
      {/* Stays the same element, and enabled: who pressed it by keyboard keeps the place. */}
      <Button
        variant={status === "failed" ? "outline" : "quiet"}
        size="small"
        aria-disabled={loading}
        onClick={loading ? undefined : onLoad}
      >
        {loading ? <Spinner /> : null}
        {status === "failed" ? tryAgain : words[status]}
      </Button>
    </div>
  );
}
