"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useCopyMode } from "./copy-mode";

type CopyState = "idle" | "copied" | "refused";

const words: Record<CopyState, string | undefined> = {
  idle: undefined,
  copied: "Copied",
  refused: "Copying is blocked by the browser",
};

/** Copies what `text` gives at the moment of the click, and says whether that worked. Nothing where no script runs. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [state, setState] = useState<CopyState>("idle");
  const copied = useCopyMode() !== undefined;
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
  if (copied) return null;
  const Icon = state === "copied" ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      className="touch-target inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 py-1 text-muted-foreground text-xs hover:bg-hover hover:text-foreground"
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{words[state] ?? label}</span>
    </button>
  );
}
