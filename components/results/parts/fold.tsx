import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** An arrow that turns with the fold around it. */
export function FoldArrow() {
  return (
    <ChevronRight
      aria-hidden
      className="size-3.5 shrink-0 transition-transform motion-reduce:transition-none [details[open]>summary_&]:rotate-90"
    />
  );
}

type FoldProps = { label: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** A line that opens without a script. What it holds is in the page, and on paper it is open. */
export function Fold({ label, open = false, className = "", children }: FoldProps) {
  return (
    <details open={open} className="fold">
      <summary className={className}>{label}</summary>
      {children}
    </details>
  );
}
