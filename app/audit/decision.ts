import type { AuditRecord } from "@/lib/server/policy/audit";

/** Who decided that an action may run, in words; `at` is when, in ISO 8601, where somebody did. */
export type Decision = { words: string; at?: string; reason?: string };

function personOf(by: NonNullable<AuditRecord["decision"]>["by"], readerId: string): string {
  if (by?.id === readerId) return "you";
  return by?.name ?? "somebody whose account is gone";
}

const verbs: Record<NonNullable<AuditRecord["decision"]>["answer"], string> = {
  approved: "Allowed",
  denied: "Refused",
  allowed: "Allowed beforehand",
};

/** @param readerId the person who reads it */
export function decisionOf({ action, decision }: AuditRecord, readerId: string): Decision {
  if (decision) {
    return {
      words: `${verbs[decision.answer]} by ${personOf(decision.by, readerId)}`,
      ...(decision.at ? { at: decision.at } : {}),
      ...(decision.reason ? { reason: decision.reason } : {}),
    };
  }
  if (action.state.status === "blocked") return { words: "Refused by Branchline" };
  if (action.toolClass === "read") return { words: "None needed" };
  if (action.state.status === "approval") return { words: "Waits for your answer" };
  return { words: "Nobody answered" };
}
