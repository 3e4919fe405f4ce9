import { canonicalJson, isRecord } from "../data/values";
import type { RecordedCall, Turn } from "./conversation";
import { type Outcome, outcomeOf, readOutcome } from "./outcome";
import { routerTools } from "./router-tools";
import type { ToolAction } from "./script";
import { CutValue, type ToolOutput } from "./tool-output";

type ActionRecord = {
  slug: string;
  key: string;
  outcome: Outcome;
  taken: boolean;
  age: "current" | "earlier";
  /** Its place in the order of what was sent. */
  position: number;
};

/** What happened so far for one request of a person; each record answers one wish of the replayed script. */
export type Ledger = {
  takeDiscovery: () => ToolOutput | undefined;
  takeConnection: () => ToolOutput | undefined;
  /** The outcomes in the actions' order; undefined where nothing usable is recorded. */
  takeActions: (actions: readonly ToolAction[]) => (Outcome | undefined)[];
};

function actionKey(slug: string, argumentsOfCall: unknown): string {
  return `${slug} ${canonicalJson(argumentsOfCall)}`;
}

function resultEntries(output: ToolOutput): unknown[] | undefined {
  const value = output.value;
  if (!isRecord(value)) return undefined;
  const inner = value.data instanceof CutValue ? value.data.value : value.data;
  const data = isRecord(inner) ? inner : value;
  return Array.isArray(data.results) ? data.results : undefined;
}

function entryAt(entries: readonly unknown[], index: number): unknown {
  const indexed = entries.find((entry) => isRecord(entry) && entry.index === index);
  return indexed ?? entries[index];
}

function dispatchedActions(call: RecordedCall, output: ToolOutput) {
  const tools = Array.isArray(call.arguments.tools) ? call.arguments.tools : [];
  const entries = resultEntries(output);
  return tools.filter(isRecord).map((tool, index) => ({
    slug: String(tool.tool_slug ?? ""),
    arguments: tool.arguments ?? {},
    outcome: entries ? readOutcome(entryAt(entries, index), output.complete) : outcomeOf(output),
  }));
}

function recordsOf(turn: Turn, age: ActionRecord["age"]): Omit<ActionRecord, "position">[] {
  const actions = turn.calls.flatMap((call) => {
    if (call.output === undefined) return [];
    if (call.name === routerTools.execute) return dispatchedActions(call, call.output);
    return [{ slug: call.name, arguments: call.arguments, outcome: outcomeOf(call.output) }];
  });
  return actions.map(({ slug, outcome, arguments: argumentsOfCall }) => ({
    slug,
    key: actionKey(slug, argumentsOfCall),
    outcome,
    taken: false,
    age,
  }));
}

/**
 * Whether a record still answers for its action. What an earlier turn read may be a mere note by now and is read
 * again. A change of an earlier turn answers for good, except where it certainly did not happen and nobody said no.
 */
function answersFor(record: ActionRecord, effect: "read" | "change"): boolean {
  if (record.taken) return false;
  if (record.age === "current") return true;
  if (effect === "read") return record.outcome.status === "succeeded" && record.outcome.complete;
  return !["failed", "blocked", "cancelled", "disconnected"].includes(record.outcome.status);
}

/** `turns`: the turns of one request, oldest first; the last one is the current one. */
export function openLedger(turns: readonly Turn[]): Ledger {
  const current = turns.at(-1);
  const records: ActionRecord[] = turns
    .flatMap((turn) => recordsOf(turn, turn === current ? "current" : "earlier"))
    .map((record, position) => ({ ...record, position }));
  const routerOutputs = (name: string) =>
    (current?.calls ?? []).flatMap((call) =>
      call.name === name && call.output ? [call.output] : [],
    );
  const discoveries = routerOutputs(routerTools.search);
  const connections = routerOutputs(routerTools.connect);

  /** Where the last change stands that the script has heard of. */
  let lastChange = -1;

  function take(record: ActionRecord, { effect }: ToolAction): void {
    record.taken = true;
    if (effect === "change") lastChange = Math.max(lastChange, record.position);
  }

  /** The record that answers for an action, word for word. */
  function findExact(action: ToolAction, key: string): ActionRecord | undefined {
    const same = records.filter((record) => record.key === key);
    if (action.effect === "change") return same.find((record) => answersFor(record, "change"));
    const usable =
      action.effect === "read"
        ? same
        : same.filter(({ age, position }) => age === "current" && position > lastChange);
    return (
      usable.find((record) => answersFor(record, "read")) ??
      // A script that looks twice gets to see the same; nothing is read twice in one request.
      usable.find(({ taken, outcome }) => taken && outcome.status !== "disconnected")
    );
  }

  return {
    takeDiscovery: () => discoveries.shift(),
    takeConnection: () => connections.shift(),
    takeActions: (actions) => {
      const keys = actions.map((action) => actionKey(action.slug, action.arguments));
      const found = actions.map((action, index) => {
        const record = findExact(action, keys[index] ?? "");
        if (record) take(record, action);
        return record;
      });
      // A person may have edited a change's arguments; its record then answers by its name, or it would be sent again.
      return actions.map((action, index) => {
        const exact = found[index];
        if (exact || action.effect !== "change") return exact?.outcome;
        const edited = records.find(
          (candidate) => candidate.slug === action.slug && answersFor(candidate, "change"),
        );
        if (edited) take(edited, action);
        return edited?.outcome;
      });
    },
  };
}
