import type { Outcome } from "./outcome";

/** One call of an app tool, however it will travel. */
export type ToolAction = {
  slug: string;
  arguments: Record<string, unknown>;
  /**
   * A change is never sent a second time by itself. A fresh read has to be made after the last change, because it is
   * about what became of that; any other is made once for a request.
   */
  effect: "read" | "fresh-read" | "change";
};

export type Question = {
  text: string;
  /** `choice`: one of the options, by name or place. `text`: any words are an answer. */
  expects: { type: "choice"; options: readonly string[] } | { type: "text" };
};

/** What a look at the tools found. */
export type Discovery = {
  connection: "active" | "missing" | "unknown";
  /** Whether a tool is certainly not there. A search shows only the best matches, so it rules nothing out. */
  lacks: (slug: string) => boolean;
  /** Whether a tool's schema names this parameter; undefined when the schema was not shown. */
  accepts: (slug: string, parameter: string) => boolean | undefined;
};

export type SearchQuery = { use_case: string; known_fields?: string };

/** What a script can do besides thinking. */
export type Effect =
  | { type: "say"; text: string }
  | { type: "discover"; queries: readonly SearchQuery[] }
  | { type: "connect" }
  | { type: "perform"; actions: readonly ToolAction[]; thought: string }
  | { type: "ask"; question: Question }
  | { type: "finish"; text: string };

export type Reply =
  | { type: "done" }
  | { type: "discovery"; result: Discovery | Exclude<Outcome, { status: "succeeded" }> }
  | { type: "connection"; outcome: Outcome }
  | { type: "outcomes"; outcomes: readonly Outcome[] }
  | { type: "answer"; text: string };

/**
 * A plan in direct style: it yields what it wants and is resumed with what came of it. It must follow from its
 * arguments and the replies alone, because every request replays it from its beginning.
 */
export type Script<Result = string> = Generator<Effect, Result, Reply>;

function unexpected(reply: Reply, wanted: Reply["type"]): Error {
  return new Error(`The planner answered with ${reply.type} where ${wanted} was wanted.`);
}

/** Says something before the next call; words are not repeated once that call was made. */
export function* say(text: string): Script<void> {
  yield { type: "say", text };
}

export function* discover(
  queries: readonly SearchQuery[],
): Script<Discovery | Exclude<Outcome, { status: "succeeded" }>> {
  const reply = yield { type: "discover", queries };
  if (reply.type !== "discovery") throw unexpected(reply, "discovery");
  return reply.result;
}

/** Asks the person to connect their account, and waits for what comes of it. */
export function* connect(): Script<Outcome> {
  const reply = yield { type: "connect" };
  if (reply.type !== "connection") throw unexpected(reply, "connection");
  return reply.outcome;
}

/** Performs all actions in one go; the outcomes come in the order of the actions. */
export function* perform(
  actions: readonly ToolAction[],
  thought: string,
): Script<readonly Outcome[]> {
  if (actions.length === 0) return [];
  const reply = yield { type: "perform", actions, thought };
  if (reply.type !== "outcomes") throw unexpected(reply, "outcomes");
  return reply.outcomes;
}

/** Ends the turn with a question and goes on with the person's next message. */
export function* ask(question: Question): Script<string> {
  const reply = yield { type: "ask", question };
  if (reply.type !== "answer") throw unexpected(reply, "answer");
  return reply.text;
}

/** Ends the script from any depth. */
export function* finish(text: string): Script<never> {
  yield { type: "finish", text };
  throw new Error("A finished script was resumed.");
}
