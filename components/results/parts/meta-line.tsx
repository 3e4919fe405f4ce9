import { Children, type ReactNode } from "react";

/**
 * Small facts in one line, with dots between them. Each fact brings its dot along on its left; the line is moved that
 * far to the left and clipped there, so that no dot shows at the start of a line, wherever it wraps.
 */
export function MetaLine({ children }: { children: ReactNode }) {
  if (Children.toArray(children).length === 0) return null;
  return (
    <div className="-ml-3.5 mt-0.5 flex min-w-0 flex-wrap text-muted-foreground text-xs leading-5 [clip-path:inset(-4px_-4px_-4px_11px)]">
      {children}
    </div>
  );
}

/** One fact of a line. */
export function Meta({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className="relative wrap-anywhere min-w-0 pl-3.5 before:absolute before:left-1.25 before:content-['·']"
    >
      {children}
    </span>
  );
}
