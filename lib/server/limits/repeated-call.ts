import "server-only";
import type { ErrorView } from "@/lib/shared/error";
import { errorViewOf } from "../../language/sentence.ts";
import { say } from "../say.ts";

/** How often the very same call may be made in one answer. */
const mostAlike = 2;

/**
 * Breaks the circle of a model that makes the same call again and again.
 *
 * @param before how many calls like this one the answer has had so far, whatever became of them
 * @returns what to tell the model in place of a result, or null when the call may be made
 */
export function refuseRepeated(before: number): ErrorView | null {
  if (before < mostAlike) return null;
  return errorViewOf("repeated_call", say("repeatedCall", before), say("useResults"));
}
