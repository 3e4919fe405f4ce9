import "server-only";
import { convertToModelMessages, type ModelMessage } from "ai";
import type { ChatMessage } from "@/lib/shared/message";
import { asMaterial } from "./copied-words.ts";
import { sizeOf } from "./prompt-size.ts";
import { type MeasuredTurn, measureTurn, shortenResults } from "./shorten-results.ts";
import { inStoredOrder } from "./stored-order.ts";
import { withoutEarlierResults } from "./stub-results.ts";

/** Sent after the words of an answer that a restart cut off. */
const goOn: ModelMessage = {
  role: "user",
  content:
    "[A note from the app, not from the person: your last message was cut off where it ends. Go on from exactly there, in the middle of the word if need be. Repeat nothing, and do not mention this note.]",
};

/** A person's message with the answers to it, as a model reads them; what goes in or stays out as a whole. */
type Turn = MeasuredTurn & { ids: string[]; keepsResults: boolean };

export type Prompt = {
  messages: ModelMessage[];
  /** Messages of `earlier` that did not fit. */
  leftOut: number;
  /** The id of the first message that is in it. */
  from: string | undefined;
  /** Characters of the messages, as JSON; a picture counts as some. */
  size: number;
};

/** An answer that was cut short keeps its results: whoever is asked to go on with it must not have to begin anew. */
function isCutShort(message: ChatMessage | undefined): boolean {
  const outcome = message?.metadata?.outcome;
  return outcome !== undefined && outcome.status !== "done";
}

const inModelsWords = (messages: ChatMessage[]) =>
  convertToModelMessages<ChatMessage>(messages.flatMap(asMaterial).map(inStoredOrder), {
    ignoreIncompleteToolCalls: true,
  });

function turnsOf(earlier: readonly ChatMessage[]): Promise<Turn[]> {
  const turns: ChatMessage[][] = [];
  for (const message of earlier) {
    const last = turns.at(-1);
    if (!last || message.role === "user") turns.push([message]);
    else last.push(message);
  }
  return Promise.all(
    turns.map(async (messages) => ({
      ...measureTurn(await inModelsWords(messages)),
      ids: messages.map(({ id }) => id),
      keepsResults: isCutShort(messages.at(-1)),
    })),
  );
}

/** Whether the answer's last words were cut off by a restart. */
function isToBeGoneOnWith({ parts }: ChatMessage): boolean {
  const lastStep = parts.findLastIndex((part) => part.type === "step-start");
  return parts
    .slice(lastStep + 1)
    .some((part) => part.type === "data-notice" && part.data.kind === "resumed");
}

async function currentPrompt(current: ChatMessage, budget: number): Promise<ModelMessage[]> {
  const whole = await inModelsWords([current]);
  const fitting =
    sizeOf(whole) <= budget ? whole : await inModelsWords([withoutEarlierResults(current)]);
  return isToBeGoneOnWith(current) ? [...fitting, goOn] : fitting;
}

/**
 * The prompt for the next step. Results of earlier turns are shortened. When it would be too large all the same, the oldest
 * turns stay out, each as a whole, until half of the room is free: so the prompts of the turns to come begin alike. Then results
 * of this run's earlier steps go. The person's latest message and what came of the last step are always in it.
 *
 * @param earlier finished messages, oldest first, up to and with the person's latest
 * @param current what this run has written so far
 * @param limit characters to keep within, and messages that have to stay out whatever their size
 */
export async function promptMessages(
  earlier: readonly ChatMessage[],
  current: ChatMessage,
  limit: { budget: number; leaveOut: number },
): Promise<Prompt> {
  const turns = await turnsOf(earlier);
  const newest = sizeOf(turns.at(-1)?.prompt ?? []);
  const answer = await currentPrompt(current, limit.budget - newest);
  const own = sizeOf(answer);
  let leftOut = 0;
  let room = limit.budget;
  let shown = shortenResults(turns);
  while (turns.length > 1 && (own + shown.size > room || leftOut < limit.leaveOut)) {
    if (leftOut >= limit.leaveOut) room = limit.budget / 2;
    leftOut += turns.shift()?.ids.length ?? 0;
    shown = shortenResults(turns);
  }
  return {
    messages: [...shown.prompt, ...answer],
    leftOut,
    from: turns[0]?.ids[0],
    size: own + shown.size,
  };
}
