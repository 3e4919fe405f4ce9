"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";

/** An arrow that points at what is open. */
export function Chevron({ open }: { open: boolean }) {
  return (
    <ChevronRight
      aria-hidden
      className={`size-3.5 shrink-0 transition-transform motion-reduce:transition-none ${open ? "rotate-90" : ""}`}
    />
  );
}

type DisclosureButtonProps = { open: boolean; onClick: () => void; children: ReactNode };

export function DisclosureButton({ open, onClick, children }: DisclosureButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onClick}
      className="touch-target inline-flex items-center gap-1 rounded-sm py-0.5 text-muted-foreground text-xs hover:text-foreground"
    >
      <Chevron open={open} />
      {children}
    </button>
  );
}

type DisclosureProps = { label: string; startsOpen?: boolean; children: ReactNode };

/** A line that opens. What it holds is not mounted before that. */
export function Disclosure({ label, startsOpen = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <div>
      <DisclosureButton open={open} onClick={() => setOpen(!open)}>
        {label}
      </DisclosureButton>
      {open ? <div className="mt-1.5">{children}</div> : null}
    </div>
  );
}
