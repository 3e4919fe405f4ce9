import { classes } from "./classes";

/** The place of something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      data-slot="skeleton"
      aria-hidden
      className={classes("pulse-soft block rounded-md bg-hover", className)}
    />
  );
}
