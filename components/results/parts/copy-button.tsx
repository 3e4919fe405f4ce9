"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/words";
import { useCopyMode } from "./copy-mode";

type CopyState = "idle" | "copied" | "refused";

/** Copies what `text` gives at the moment of the click, and says whether that worked. Nothing where no script runs. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [state, setState] = useState<CopyState>("idle");
  const inCopy = useCopyMode() !== undefined;
  const { copied, copyingBlocked } = useWords("common");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    const { clipboard } = navigator;
    if (!clipboard) return setState("refused");
    clipboard.writeText(text()).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  if (inCopy) return null;
  const said: Record<CopyState, string> = { idle: label, copied, refused: copyingBlocked };
  const Icon = state === "copied" ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      className="touch-target inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 py-1 text-muted-foreground text-xs hover:bg-hover hover:text-foreground"
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{said[state]}</span>
    </button>
  );
}
