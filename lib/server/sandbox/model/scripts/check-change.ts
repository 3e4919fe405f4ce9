import { tellFinding } from "../answers/setbacks";
import type { CheckChangeIntent } from "../language/check";
import type { Script } from "../planner/script";
import { findOut } from "./check/find-out";
import type { SentChange } from "./check/look";
import type { Remembered, ScriptContext } from "./context";

/**
 * What was really sent: the latest call with everything in it that the message names. It says more than the message, such as
 * the words of a comment.
 */
function recall(named: SentChange, calls: Remembered["calls"]): SentChange {
  const fits = (value: unknown, wanted: unknown) =>
    String(value) === wanted ||
    (typeof wanted === "string" &&
      wanted.endsWith("…") &&
      String(value).startsWith(wanted.slice(0, -1)));
  return (
    calls.findLast(
      (call) =>
        call.slug === named.slug &&
        Object.entries(named.arguments).every(([key, wanted]) => fits(call.arguments[key], wanted)),
    ) ?? named
  );
}

export function answerUncheckable(): string {
  return "I could not tell which change you mean, so I did nothing. Name it like this: “Check whether this went through: create branch fix/login in acme/api.”";
}

/** Answers from a read whether a change happened; changes nothing. */
export function* checkChange(
  { change }: Required<Pick<CheckChangeIntent, "change">>,
  context: ScriptContext,
): Script {
  const finding = yield* findOut(context, recall(change, context.remembered.calls));
  return `${tellFinding(finding)} I changed nothing.`;
}
