import "server-only";
import type { ModelMessage, ToolResultPart } from "ai";
import { sizeOf } from "./prompt-size.ts";
import { outcomes } from "./stub-results.ts";

/** Characters at the beginning of a conversation in which nothing is shortened. */
const wholeUpTo = 32_000;

/**
 * How much of the last request of a turn stays as it was when the next turn begins: providers read a beginning that they know
 * for a tenth of the price. A little more than the 80 % that are promised, because sizes are measured before they are put into a
 * provider's words.
 */
const unchangedShare = 0.85;

/** Characters of a result below which its beginning is not worth keeping. */
const leastKept = 300;

/** A message, or one result in it; sizes are in characters. */
type Stretch = { role: ModelMessage["role"]; size: number; result?: Result };
type Result = { part: ToolResultPart; text: string };

/** A result of an earlier turn as it is shown to a model. */
type Shown = Map<ToolResultPart, string>;

/** A turn of a conversation, measured. */
export type MeasuredTurn = { prompt: ModelMessage[]; stretches: Stretch[] };

const written = (text: string) => JSON.stringify(text).length;

function stretchOf(part: ToolResultPart): Stretch {
  const { output } = part;
  const frame = part.toolCallId.length + part.toolName.length + 60;
  if (output.type !== "json" && output.type !== "text")
    return { role: "tool", size: frame + JSON.stringify(output).length };
  // As providers get it: a text, whatever it was.
  const text = output.type === "text" ? output.value : JSON.stringify(output.value);
  return { role: "tool", size: frame + written(text), result: { part, text } };
}

/** Measures a turn, for it to be shortened and shortened again. */
export function measureTurn(prompt: ModelMessage[]): MeasuredTurn {
  const stretches = prompt.flatMap((message) =>
    message.role === "tool"
      ? message.content.flatMap((part) => (part.type === "tool-result" ? [stretchOf(part)] : []))
      : [{ role: message.role, size: sizeOf([message]) }],
  );
  return { prompt, stretches };
}

const total = (stretches: readonly Stretch[]) => stretches.reduce((sum, { size }) => sum + size, 0);

/** A result within so many characters: its beginning, and what became of it. */
function shortened({ part: { toolName, output }, text }: Result, room: number): string {
  const value = "value" in output ? output.value : null;
  const came = outcomes(toolName, value);
  if (room < leastKept)
    return `[${came}. ${text.length} characters from an earlier turn; call a read again to see it.]`;
  // Not in the middle of a surrogate pair: providers refuse such text.
  const kept = text.slice(0, room).toWellFormed();
  const rest = text.length - kept.length;
  return `${kept} [… ${came}. ${rest} more characters from an earlier turn; call a read again to see them.]`;
}

/** Shortens what stands behind the place up to which the next request has to begin like the last one of this turn. */
function shortenEnd(stretches: Stretch[], shown: Shown): void {
  // The last request had not its own answer in it.
  const answer = stretches.at(-1)?.role === "assistant" ? (stretches.at(-1)?.size ?? 0) : 0;
  let end = total(stretches);
  const line = Math.max(wholeUpTo, unchangedShare * (end - answer));
  for (let index = stretches.length - 1; index >= 0 && end > line; index -= 1) {
    const stretch = stretches[index];
    if (!stretch) return;
    end -= stretch.size;
    if (!stretch.result) continue;
    const before = shown.get(stretch.result.part) ?? stretch.result.text;
    const density = before.length / written(before);
    const text = shortened(stretch.result, Math.floor((line - end) * density));
    const saved = written(before) - written(text);
    if (saved <= 0) continue;
    shown.set(stretch.result.part, text);
    stretches[index] = { ...stretch, size: stretch.size - saved };
  }
}

function withShown(prompt: readonly ModelMessage[], shown: Shown): ModelMessage[] {
  return prompt.map((message) => {
    if (message.role !== "tool") return message;
    const content = message.content.map((part) => {
      const text = part.type === "tool-result" ? shown.get(part) : undefined;
      return part.type === "tool-result" && text !== undefined
        ? { ...part, output: { type: "text" as const, value: text } }
        : part;
    });
    return { ...message, content };
  });
}

/**
 * The turns of a conversation as a model gets to see them. Each time a turn begins, results that stand in the last part of what
 * was sent before are cut to their beginning or to what became of them; before that nothing changes. What a turn looks like
 * depends on the turns before the one that is about to be answered only, so it is the same in every later request.
 *
 * @param turns the oldest first; `keepsResults` are those after which nothing is shortened
 */
export function shortenResults(turns: readonly (MeasuredTurn & { keepsResults: boolean })[]): {
  prompt: ModelMessage[];
  size: number;
} {
  const shown: Shown = new Map();
  const stretches: Stretch[] = [];
  turns.forEach((turn, index) => {
    stretches.push(...turn.stretches);
    if (index < turns.length - 1 && !turn.keepsResults) shortenEnd(stretches, shown);
  });
  const prompt = withShown(
    turns.flatMap((turn) => turn.prompt),
    shown,
  );
  return { prompt, size: total(stretches) };
}
