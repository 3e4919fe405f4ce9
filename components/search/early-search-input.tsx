"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { useWords } from "@/components/language/words";

/** Takes what is typed while the search is being fetched. */
export function EarlySearchInput({
  typed,
  onCancel,
}: {
  /** What has been typed. */
  typed: RefObject<string>;
  onCancel: () => void;
}) {
  const { searchChats } = useWords("common");
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      data-overlay=""
      aria-label={searchChats}
      autoComplete="off"
      className="sr-only"
      onChange={(event) => {
        typed.current = event.target.value;
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    />
  );
}
