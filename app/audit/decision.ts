import type { Words } from "@/lib/language/words";
import type { AuditRecord } from "@/lib/server/policy/audit";

/** Who decided that an action may run, in words; `at` is when, in ISO 8601, where somebody did. */
export type Decision = { words: string; at?: string; reason?: string };

type DecisionWords = Words["audit"]["decision"];

function personOf(
  by: NonNullable<AuditRecord["decision"]>["by"],
  readerId: string,
  words: DecisionWords,
): string {
  if (by?.id === readerId) return words.you;
  return by?.name ?? words.somebodyGone;
}

/** @param readerId the person who reads it */
export function decisionOf(
  { action, decision }: AuditRecord,
  readerId: string,
  words: DecisionWords,
): Decision {
  if (decision) {
    return {
      words: words.by(decision.answer, personOf(decision.by, readerId, words)),
      ...(decision.at ? { at: decision.at } : {}),
      ...(decision.reason ? { reason: decision.reason } : {}),
    };
  }
  if (action.state.status === "blocked") return { words: words.branchline };
  if (action.toolClass === "read") return { words: words.noneNeeded };
  if (action.state.status === "approval") return { words: words.waits };
  return { words: words.nobody };
}
