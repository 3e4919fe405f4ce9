import type { ComponentProps } from "react";
import { brandDrawing } from "./brand-drawing";

/** The mark. Decoration: the name stands beside it. */
export function BrandMark(props: ComponentProps<"svg">) {
  return (
    <svg
      data-slot="brand-mark"
      viewBox={brandDrawing.viewBox}
      fill="none"
      strokeWidth={brandDrawing.strokeWidth}
      strokeLinecap="round"
      aria-hidden="true"
      {...props}
    >
      <path d={brandDrawing.line} stroke="currentColor" />
      <path d={brandDrawing.branch} stroke="var(--accent)" />
      <circle {...brandDrawing.stop} fill="var(--accent)" />
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
