const fade =
  "transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0";

/** What dims the page under a dialog. Absolute where Safari on iOS 26 would leave a strip uncovered. */
export const overlayClasses = `fixed inset-0 min-h-dvh bg-backdrop supports-[-webkit-touch-callout:none]:absolute ${fade}`;

/** A dialog: in the middle of the page, at the bottom edge of a phone. */
export const popupClasses =
  "fixed top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto overscroll-contain rounded-2xl border border-border bg-surface p-5 text-foreground shadow-overlay transition-[opacity,scale] duration-150 ease-settle data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0 max-sm:top-auto max-sm:bottom-4 max-sm:translate-y-0";

/** `wide` has room for two columns. */
export const popupWidths = { normal: "w-[27rem]", wide: "w-[66rem]" };
