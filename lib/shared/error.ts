import { z } from "zod";

/** An error as a person sees it: safe to show, says what happened and what to do. */
export const errorViewSchema = z.object({
  /** Stable, machine-readable: `not_found`, `router_unreachable`, … */
  code: z.string(),
  message: z.string(),
  /** What the person can do about it. */
  hint: z.string().optional(),
});
export type ErrorView = z.infer<typeof errorViewSchema>;
