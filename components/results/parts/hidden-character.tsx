"use client";

import { useWords } from "@/components/language/words";

/** A character that is not seen, as it is written out. */
export function HiddenCharacter({ text }: { text: string }) {
  return (
    <span
      title={useWords("common").hiddenCharacter}
      className="rounded-sm bg-warning-soft px-0.5 font-mono text-[0.85em] text-warning"
    >
      {text}
    </span>
  );
}
