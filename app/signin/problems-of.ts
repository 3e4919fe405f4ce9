import { textIn } from "@/lib/language/sentence";
import type { Words } from "@/lib/language/words";
import { signUpSchema } from "@/lib/shared/api";
import { complaintOf } from "@/lib/shared/complaints";

export type Problems = Partial<Record<"name" | "email" | "password", string>>;

/** What is wrong with what somebody entered for an account, by field. */
export function problemsOf(
  details: Record<string, string>,
  words: Words["common"]["failures"],
): Problems {
  const parsed = signUpSchema.safeParse(details);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues
      .toReversed()
      .map((issue) => [issue.path[0], textIn(words, complaintOf(issue)) ?? issue.message]),
  );
}
