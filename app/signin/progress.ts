import type { ErrorView } from "@/lib/shared/error";

/** How far a form has come. One that succeeds leaves the page. */
export type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };
