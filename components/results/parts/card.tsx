import type { ReactNode } from "react";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

/** The frame of a result. Its width, not the window's, decides how what is in it lies: it is a container. */
export function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <figure
      aria-label={revealHiddenCharacters(label)}
      className="@container overflow-hidden rounded-lg border border-border bg-surface text-sm text-foreground"
    >
      {children}
    </figure>
  );
}

/** The last line of a card: what is missing, and what more there is to do. */
export function CardFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-border border-t bg-sunken px-3 py-1.5 text-muted-foreground text-xs">
      {children}
    </footer>
  );
}

type FooterButtonProps = { onClick: () => void; busy?: boolean; children: ReactNode };

/** A text button in a card's footer. Keeps the focus while it is busy, and does nothing then. */
export function FooterButton({ onClick, busy = false, children }: FooterButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className="touch-target -my-1 inline-flex items-center whitespace-nowrap rounded-md px-1.5 py-1 font-medium text-accent hover:bg-accent-soft aria-disabled:cursor-default aria-disabled:text-muted-foreground"
    >
      {children}
    </button>
  );
}
