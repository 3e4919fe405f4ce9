import type { ReactNode } from "react";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

// Code is wider than the card, and without a mouse only what has the focus can be scrolled.
const reachable = { tabIndex: 0 };

/** Code that scrolls sideways. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      {...reachable}
      aria-label={revealHiddenCharacters(label)}
      className="overflow-x-auto py-1.5 font-mono text-xs leading-5 -outline-offset-2 [font-variant-ligatures:none]"
    >
      {children}
    </section>
  );
}
