/** For what scrolls by itself: without a mouse, only what has the focus can be scrolled. It needs a name for that. */
export const scrollable = (label: string) =>
  ({ tabIndex: 0, role: "group", "aria-label": label }) as const;
