import type { ActionStatus } from "../shared/action";

/**
 * How a language says what happens to an action, by where the action stands. What it is done to goes in at `*`, and the
 * service at `{place}`. `effect` is what would be done, as a title; `kind` what is done whenever the tool is used.
 */
export type VerbPhrases = Record<ActionStatus | "effect" | "kind", string>;

/** How many entries a list has shown, and has at all where it says so. */
type ListCount = { shown: number; total: number | undefined; hasMore: boolean };

/**
 * What a list holds, counted once its count is known: `12 open pull requests`.
 *
 * @param state what the list was asked for: `OPEN`, `merged`
 */
export type CountThings = (state: string | undefined, count: ListCount | undefined) => string;

/** How a language speaks of a tool. */
export type ToolLabel = {
  verb: VerbPhrases;
  /**
   * What the verb is done to. `{name}` stands for a fact about the action (components/activity/describe/facts.ts). A part in
   * brackets is left out when its fact is not known, or replaced by what follows its bar: `[issue {issue}|an issue]`.
   */
  object: string;
  /** For `{things}`. */
  things?: CountThings;
  /** The object of any such action, where the one above says nothing sensible without its facts. */
  anyObject?: string;
  /** The button that lets a change happen. */
  button?: string;
};

export type ActionWords = {
  /** Undefined for a tool that nobody has described. */
  labelOf: (tool: string) => ToolLabel | undefined;
  /** For a tool that nobody has described. */
  unknownTool: { verb: VerbPhrases; button: string };
  /** The router waits for a person to connect an account. As the phrases of a verb. */
  waiting: string;
  quote: (text: string) => string;
  list: (names: readonly string[]) => string;
  /** An effect as a part of somebody's sentence. */
  asOrder: (effect: string) => string;
  /** Messages that a person sends. */
  requests: {
    check: (order: string) => string;
    retry: (order: string) => string;
    access: (order: string, place: string, account: string | undefined) => string;
    deleteIssue: (issue: string, place: string) => string;
    deleteComment: (comment: string, pullRequest: string, place: string) => string;
  };
};

/** The labels of a language under the slugs of their tools. */
export function labelsByTool(
  bitbucket: Record<string, ToolLabel>,
  router: Record<string, ToolLabel>,
): ReadonlyMap<string, ToolLabel> {
  return new Map([
    ...Object.entries(bitbucket).map(([name, label]) => [`BITBUCKET_${name}`, label] as const),
    ...Object.entries(router).map(([name, label]) => [`COMPOSIO_${name}`, label] as const),
  ]);
}
