import { type Intent, readIntent } from "../language/intent";
import { findOrdinal } from "../language/numbers";
import { matchOption } from "../language/options";
import { isContinuation } from "../language/small-talk";
import { absorbAnswer } from "./absorb-answer";
import type { Turn } from "./conversation";
import type { Question } from "./script";

/** What a person asked for, with everything said and done for it since: it may span several turns. */
export type PersonRequest = {
  /** Undefined where no script fits. */
  intent: Intent | undefined;
  /** Replies to the script's questions, oldest first. */
  answers: readonly string[];
  /** From the turn of the request itself to the current one. */
  turns: readonly Turn[];
  /** Whether the last message only asked to go on. */
  continued: boolean;
  /** What came before the request. */
  earlier: readonly Turn[];
};

/** The options of a question, as they stand in its text. */
function optionsIn(text: string): string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap((match) => match[1] ?? []);
}

function endsWithQuestion(text: string): boolean {
  return /\?(?: There are more; [^?]*)?$/.test(text.trim());
}

/** Whether the words are an option by themselves, so that they are an answer whatever else they could mean. */
function isOption(answer: string, options: readonly string[]): boolean {
  const wanted = answer.trim().toLowerCase().replace(/[.!]$/, "");
  if (options.some((option) => option.toLowerCase() === wanted)) return true;
  return wanted.split(/\s+/).length <= 4 && findOrdinal(wanted, options.length) !== undefined;
}

/** Orders that nobody would dictate as a title or a comment. */
function isPlainOrder(intent: Intent | undefined): boolean {
  return (
    intent !== undefined &&
    (/^list-/.test(intent.kind) ||
      ["help", "who-am-i", "dismissal", "check-change"].includes(intent.kind))
  );
}

/** Puts a chosen option into the request itself where it fits; any other answer waits for the script's question. */
function withAnswer(request: PersonRequest, turn: Turn, previous: Turn | undefined): PersonRequest {
  const option = matchOption(turn.userText, optionsIn(previous?.assistantText ?? ""));
  const intent = option && request.intent && absorbAnswer(request.intent, option);
  return intent
    ? { ...request, intent }
    : { ...request, answers: [...request.answers, turn.userText] };
}

type Part = "request" | "answer" | "continuation";

function partOf(
  turn: Turn,
  previous: Turn | undefined,
  open: Question | undefined,
  intent: Intent | undefined,
): Part {
  if (previous === undefined || intent?.kind === "dismissal") return "request";
  if (open?.expects.type === "text") return isPlainOrder(intent) ? "request" : "answer";
  if (isContinuation(turn.userText)) return "continuation";
  const asked = endsWithQuestion(previous.assistantText);
  if (asked && isOption(turn.userText, optionsIn(previous.assistantText))) return "answer";
  if (intent !== undefined) return "request";
  return asked || open !== undefined ? "answer" : "request";
}

/**
 * Finds the request the last message belongs to: a new one, an answer to a question about an earlier one, or the wish
 * to go on with an earlier one.
 *
 * @param openQuestion what a request ended with, as far as its replay can tell
 */
export function findRequest(
  turns: readonly Turn[],
  openQuestion: (request: PersonRequest) => Question | undefined,
): PersonRequest | undefined {
  let current: PersonRequest | undefined;
  for (const [index, turn] of turns.entries()) {
    const intent = readIntent(turn.userText);
    const part = current
      ? partOf(turn, turns[index - 1], openQuestion(current), intent)
      : ("request" as const);
    if (part === "request" || current === undefined) {
      current = {
        intent,
        answers: [],
        turns: [turn],
        earlier: turns.slice(0, index),
        continued: false,
      };
      continue;
    }
    current = { ...current, turns: [...current.turns, turn], continued: part === "continuation" };
    if (part === "answer") current = withAnswer(current, turn, turns[index - 1]);
  }
  return current;
}
