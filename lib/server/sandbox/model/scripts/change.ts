import type { Outcome } from "../planner/outcome";
import type { Script } from "../planner/script";
import { performConnected, type ReadRequest } from "./actions";
import { findOut } from "./check/find-out";
import type { ScriptContext } from "./context";

/**
 * Several changes in one call, which the person decides one by one. Where no answer came, the change is not sent again:
 * a read finds out what became of it.
 */
export function* change(
  context: ScriptContext,
  requests: readonly ReadRequest[],
  thought: string,
): Script<readonly Outcome[]> {
  const actions = requests.map((request) => ({ ...request, effect: "change" as const }));
  const outcomes = yield* performConnected(context, actions, thought);
  const settled: Outcome[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const request = requests[index];
    settled.push(
      outcome.status === "unknown" && request
        ? { ...outcome, finding: yield* findOut(context, request) }
        : outcome,
    );
  }
  return settled;
}
