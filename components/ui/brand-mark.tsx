import type { ComponentProps } from "react";

/** A line, and the branch that leaves it for a stop of its own. Decoration: the name stands beside it. */
export function BrandMark(props: ComponentProps<"svg">) {
  return (
    <svg
      data-slot="brand-mark"
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
      {...props}
    >
      <path d="M7 3v18" stroke="currentColor" />
      <path d="M7 17.5c4.5 0 10-2 10-8" stroke="var(--accent)" />
      <circle cx="17" cy="6" r="3.5" fill="var(--accent)" />
    </svg>
  );
}

/** The mark and the name. */
export function Brand() {
  return (
    <span
      data-slot="brand"
      className="flex items-center gap-1 whitespace-nowrap font-semibold tracking-tight"
    >
      <BrandMark className="-ml-1 size-5" />
      Branchline
    </span>
  );
}
