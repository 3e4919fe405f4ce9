import { LoaderCircle } from "lucide-react";
import { classes } from "./classes";

/** Decoration beside words that say what is going on. */
export function Spinner({ className }: { className?: string }) {
  return (
    <LoaderCircle
      data-slot="spinner"
      aria-hidden
      className={classes("size-3.5 animate-spin motion-reduce:animate-none", className)}
    />
  );
}
