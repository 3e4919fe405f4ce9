import { explainSetback } from "../answers/setbacks";
import { isRecord, stringField } from "../data/values";
import type { Outcome } from "../planner/outcome";
import { connect, type Discovery, discover, finish, type Script } from "../planner/script";

export const toolkit = "bitbucket";

function connectionStatus(data: unknown): string | undefined {
  const results = isRecord(data) ? data.results : undefined;
  const entry = isRecord(results) ? results[toolkit] : undefined;
  if (isRecord(entry) && entry.has_active_connection === true) return "active";
  return stringField(entry, "status") ?? stringField(data, "status");
}

function withoutConnection(outcome: Outcome, wish: string): string {
  const declined = explainSetback({ status: "unconnected" }, wish);
  if (outcome.status !== "succeeded") {
    if (["denied", "cancelled", "blocked", "unconnected"].includes(outcome.status)) return declined;
    if (outcome.status === "failed" && /declin|not now/i.test(outcome.message)) return declined;
    return `${explainSetback(outcome, "connect Bitbucket")} Without that I cannot ${wish}.`;
  }
  switch (connectionStatus(outcome.data)) {
    case "declined":
      return declined;
    case "initiated":
    case "initializing":
      return `Bitbucket is not connected yet. Finish connecting it, then say “continue” and I will ${wish}.`;
    case "expired":
      return `The link to connect Bitbucket has expired, so I cannot ${wish} yet. Say “continue” for a new one.`;
    default:
      return `Bitbucket could not be connected, so I cannot ${wish} yet. Say “continue” to try once more.`;
  }
}

/** Goes on only with an active connection; else it ends the script with what cannot be done. */
export function* requireConnection(wish: string): Script<void> {
  const outcome = yield* connect();
  const active =
    outcome.status === "succeeded" &&
    ["active", "connected"].includes(connectionStatus(outcome.data)?.toLowerCase() ?? "");
  if (!active) yield* finish(withoutConnection(outcome, wish));
}

/**
 * What every request starts with: find the tools, see whether the account is connected, connect it when it is not.
 *
 * @param wish what the person wants, to follow "I cannot": "list the repositories"
 * @param useCases what to search tools for, one task each, without names
 * @param known the names that are known already, as "key:value, key:value"
 */
export function* prepare(
  wish: string,
  useCases: readonly string[],
  known: string | undefined,
): Script<Discovery> {
  const found = yield* discover(
    useCases.map((useCase) => ({ use_case: useCase, ...(known && { known_fields: known }) })),
  );
  if ("status" in found) {
    return yield* finish(explainSetback(found, "look up the Bitbucket tools"));
  }
  if (found.connection === "missing") yield* requireConnection(wish);
  return found;
}
