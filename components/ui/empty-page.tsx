import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

/** One thing to say in the middle of an otherwise empty page or pane. */
export function EmptyPage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <main
      data-slot="empty-page"
      className="grid min-h-[75dvh] place-content-center justify-items-center gap-2 p-6 text-center"
    >
      <BrandMark className="mb-2 size-7" />
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <div className="max-w-96 text-sm text-muted-foreground">{children}</div>
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </main>
  );
}
