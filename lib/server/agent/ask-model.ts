import "server-only";
import {
  type FinishReason,
  isStepCount,
  type ModelMessage,
  streamText,
  type TextStreamPart,
  type ToolSet,
  toUIMessageChunk,
} from "ai";
import type { ChatMessage } from "@/lib/shared/message";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import type { RunChunk } from "../runs/log-line.ts";
import { say } from "../say.ts";
import { storable } from "../storable.ts";
import { type AnswerFacts, observeModelCall } from "../telemetry/model-call.ts";
import type { Meter } from "../usage/meter.ts";
import type { CallIds } from "./call-ids.ts";
import { instructionsWith } from "./instructions.ts";
import { languageModel } from "./model.ts";
import { interrupted, modelError, unreadable, withheld } from "./model-error.ts";
import type { Speech } from "./speech.ts";
import { StallTimer } from "./stall-timer.ts";
import { StepUsage } from "./step-usage.ts";
import { TextIds } from "./text-ids.ts";

export type Question = {
  /** The name of one that is offered. */
  model: string;
  /** What the person wants in all chats of this project. */
  wishes: string | null;
  messages: ModelMessage[];
  tools: ToolSet;
  signal: AbortSignal;
  speech: Speech;
  callIds: CallIds;
  meter: Meter;
};

/** How an answer ended; `raw` is the provider's own word, `broken` what broke the connection. */
type Ending = { reason: FinishReason; raw: string | undefined; broken: unknown };

/** Characters of what is wrong with a call's arguments that the model gets to see; the arguments themselves it has. */
const errorTextLimit = 2_000;

/** Pieces of an answer. Everything else announces one or goes along with it. */
const pieces = new Set<TextStreamPart<ToolSet>["type"]>([
  "text-delta",
  "reasoning-delta",
  "tool-input-delta",
  "tool-call",
]);

/** Parts that are not for the log: a call is shown when it is whole, and its error comes with it. */
const unneeded = new Set<TextStreamPart<ToolSet>["type"]>([
  "tool-input-start",
  "tool-input-delta",
  "tool-error",
  "finish-step",
]);

/** A call under an id of its own; what it carries is shown, stored and sent as one and the same. Null for an echo. */
function ownCall(chunk: RunChunk, callIds: CallIds): RunChunk | null {
  if (chunk.type !== "tool-input-available" && chunk.type !== "tool-input-error") return chunk;
  const toolCallId = callIds.claim(chunk);
  if (toolCallId === null) return null;
  const call = { ...chunk, toolCallId, input: storable(chunk.input) };
  if (call.type === "tool-input-available") return call;
  return { ...call, errorText: call.errorText.slice(0, errorTextLimit).toWellFormed() };
}

/** @throws BranchlineError unless the answer came to its own end and says something. */
function checkEnding({ reason, raw, broken }: Ending, { said, answered }: Speech): void {
  switch (reason) {
    case "stop":
    case "tool-calls":
      if (answered) return;
      throw unreadable();
    case "content-filter":
      // A model that declines ends its answer of its own accord; the words it says so in are the answer.
      if (raw !== undefined) throw withheld();
      throw new BranchlineError("model_declined", say("modelDeclined"));
    case "length":
      throw new BranchlineError("model_length_reached", say("answerTooLong"));
    case "interrupted":
    case "error":
    case "other":
      if (said) throw interrupted(broken);
      if (broken === undefined) throw unreadable();
      throw new BranchlineError("model_unreachable", say("modelConnectionBroke"), {
        cause: broken,
      });
  }
}

/**
 * Asks the model once for one step and says what comes as it comes. Tools have no code here: the step ends with their calls.
 * What came whole before a failure has been said.
 *
 * @throws BranchlineError by cause, `token_limit` before anything is asked; the signal's reason when that was aborted.
 */
export async function askModel(question: Question): Promise<void> {
  await question.meter.check();
  await observeModelCall(question.model, (facts) => hearAnswer(question, facts));
}

async function hearAnswer(question: Question, facts: AnswerFacts): Promise<void> {
  const { model, wishes, messages, tools, signal, speech, callIds, meter } = question;
  const timer = new StallTimer(environment().model.timeouts);
  const over = new AbortController();
  const ending: Ending = { reason: "interrupted", raw: undefined, broken: undefined };
  const usage = new StepUsage(messages);
  const textIds = new TextIds();
  try {
    const { stream } = streamText({
      model: languageModel(model, (error) => {
        ending.broken = error;
      }),
      instructions: instructionsWith(wishes),
      messages,
      tools,
      stopWhen: isStepCount(1),
      abortSignal: AbortSignal.any([signal, timer.signal, over.signal]),
      // Asking again is seen by the person, so it is not the SDK that does it.
      maxRetries: 0,
      // Nothing of a conversation stays with the provider, so every request carries all that it needs.
      providerOptions: { openai: { store: false } },
      // Errors arrive as parts of the stream as well.
      onError: () => {},
    });
    for await (const part of stream) {
      timer.heard(pieces.has(part.type));
      usage.hear(part);
      // What comes after an error may have a gap before it.
      if (part.type === "error") throw modelError(part.error);
      if (part.type === "finish-step") {
        ending.reason = part.finishReason;
        facts.finishReason = part.finishReason;
        ending.raw = part.rawFinishReason;
      }
      if (unneeded.has(part.type)) continue;
      const options = { sendStart: false, sendFinish: false };
      const chunk = toUIMessageChunk<ToolSet, ChatMessage>(part, options);
      const said = chunk && ownCall(textIds.number(chunk), callIds);
      if (said && said.type !== "abort") speech.say(said);
    }
    signal.throwIfAborted();
    timer.signal.throwIfAborted();
    checkEnding(ending, speech);
    // Last: a step that stands closed in the log is an answer.
    speech.say({ type: "finish-step" });
  } finally {
    timer.stop();
    over.abort();
    const used = usage.used();
    facts.used = used ?? undefined;
    if (used) await meter.spend(used);
  }
}
