import type { z } from "zod";
import type { ErrorWords } from "@/lib/language/error-text";
import { complaintOf } from "@/lib/shared/complaints";

/** What is wrong first with something that was typed, in words for readers of any language. */
export function complaintIn({ issues }: z.ZodError): ErrorWords | undefined {
  const [issue] = issues;
  return issue && { message: issue.message, said: { message: complaintOf(issue) } };
}
