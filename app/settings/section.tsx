import { type ReactNode, useId } from "react";

/** One matter of the settings, in a box of its own. */
export function Section({
  title,
  id,
  children,
}: {
  title: string;
  /** For links that lead here. */
  id?: string;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="mt-8 scroll-mt-4">
      <h2 id={headingId} className="font-semibold text-lg">
        {title}
      </h2>
      <div className="mt-3 overflow-hidden rounded-xl border border-border bg-surface">
        {children}
      </div>
    </section>
  );
}
