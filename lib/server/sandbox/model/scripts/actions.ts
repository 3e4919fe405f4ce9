import { explainSetback } from "../answers/setbacks";
import type { Outcome } from "../planner/outcome";
import { finish, perform, type Script, type ToolAction } from "../planner/script";
import type { ScriptContext } from "./context";
import { requireConnection } from "./prepare";

export type ReadRequest = { slug: string; arguments: Record<string, unknown> };
type Success = Extract<Outcome, { status: "succeeded" }>;

/** Performs, and where an account turned out to be missing, connects it and performs those once more. */
export function* performConnected(
  context: ScriptContext,
  actions: readonly ToolAction[],
  thought: string,
): Script<readonly Outcome[]> {
  const outcomes = yield* perform(actions, thought);
  const refused = actions.filter((_, index) => outcomes[index]?.status === "disconnected");
  if (refused.length === 0) return outcomes;
  yield* requireConnection(context.wish);
  const repeated = [...(yield* perform(refused, thought))];
  return outcomes.map((outcome) =>
    outcome.status === "disconnected" ? (repeated.shift() ?? outcome) : outcome,
  );
}

/** Several independent reads in one call; each outcome stands for itself. */
export function* readEach(
  context: ScriptContext,
  requests: readonly ReadRequest[],
  thought: string,
): Script<readonly Outcome[]> {
  const effect = context.afresh ? ("fresh-read" as const) : ("read" as const);
  const actions = requests.map((request) => ({ ...request, effect }));
  return yield* performConnected(context, actions, thought);
}

/**
 * Makes reads that later steps will want anyway, in one call instead of several. They find their results on record.
 */
export function* readAhead(
  context: ScriptContext,
  requests: readonly ReadRequest[],
  thought: string,
): Script<void> {
  yield* readEach(context, requests, thought);
}

/** One read that the script cannot go on without. */
export function* readOrFinish(
  context: ScriptContext,
  request: ReadRequest,
  thought: string,
): Script<Success> {
  const [outcome] = yield* readEach(context, [request], thought);
  if (outcome?.status === "succeeded") return outcome;
  return yield* finish(
    outcome ? explainSetback(outcome, context.wish) : `I could not ${context.wish}.`,
  );
}

/** The first slug that may be there; newer names come before those they replaced. */
export function pick(context: ScriptContext, ...slugs: [string, ...string[]]): string {
  return slugs.find((slug) => !context.discovery.lacks(slug)) ?? slugs[0];
}

/** Arguments that a tool may not know are left out where its schema was shown without them. */
export function optional(
  context: ScriptContext,
  slug: string,
  candidates: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(candidates).filter(
      ([name, value]) => value !== undefined && context.discovery.accepts(slug, name) === true,
    ),
  );
}
