import "server-only";
import type { ToolSet } from "ai";
import type { ChatMessage } from "@/lib/shared/message";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import type { RunChunk } from "../runs/log-line.ts";
import { say } from "../say.ts";
import type { Meter } from "../usage/meter.ts";
import { askPatiently } from "./ask-patiently.ts";
import { CallIds } from "./call-ids.ts";
import { promptMessages } from "./history.ts";
import { modelError } from "./model-error.ts";

export type StepRequest = {
  /** The name of the model to ask. */
  model: string;
  /** What the person wants in all chats of this project. */
  wishes: string | null;
  /** Counts what it uses. */
  meter: Meter;
  /** Finished messages, oldest first, up to and with the person's latest. */
  earlier: readonly ChatMessage[];
  /** Messages before those that did not fit into earlier prompts. */
  leftOut: number;
  /** What this run has written so far. */
  current: ChatMessage;
  tools: ToolSet;
  signal: AbortSignal;
  append: (chunk: RunChunk) => void;
};

const charactersPerToken = 4;
/** How often the history is halved when the provider finds it too long. */
const halvingLimit = 2;
/** Steps in a row whose every call could not be read, after which the model is not asked to correct itself again. */
const mistakeLimit = 3;
const shortenedId = "shortened";

/** Steps at the end of an answer in which nothing was called that could be read. */
function mistakesInARow({ parts }: ChatMessage): number {
  let mistakes = 0;
  let calls = 0;
  for (const part of parts.toReversed()) {
    if (part.type === "dynamic-tool") {
      if (part.state !== "output-error") return mistakes;
      calls += 1;
    }
    if (part.type !== "step-start") continue;
    if (calls === 0) return mistakes;
    mistakes += 1;
    calls = 0;
  }
  return mistakes;
}

/** Messages the person was already told the model does not see. */
function toldLeftOut({ parts }: ChatMessage): number {
  const told = parts.findLast((part) => part.type === "data-notice" && part.id === shortenedId);
  return told?.type === "data-notice" && told.data.kind === "shortened" ? told.data.messages : 0;
}

/**
 * Asks the model for one step and hands on what it says as it comes. A failed attempt leaves nothing behind but a notice; once
 * something was said, nothing is asked again.
 *
 * @throws BranchlineError when the model cannot be reached, refuses, stalls or says nothing that can be read.
 */
export async function streamStep(request: StepRequest): Promise<void> {
  const { model, wishes, meter, earlier, leftOut, current, tools, signal, append } = request;
  if (mistakesInARow(current) >= mistakeLimit) {
    const message = say("modelCallsUnreadable");
    throw new BranchlineError("model_failed", message, { hint: say("inOtherWords") });
  }
  const callIds = new CallIds([...earlier, current]);
  let told = toldLeftOut(current);
  const leaveOut = Math.max(0, told - leftOut);
  const { contextTokens } = environment().model;
  const budget = contextTokens * charactersPerToken;
  let prompt = await promptMessages(earlier, current, { budget, leaveOut });
  for (let halvings = 0; ; halvings += 1) {
    if (leftOut + prompt.leftOut > told) {
      told = leftOut + prompt.leftOut;
      const data = { kind: "shortened" as const, messages: told };
      append({ type: "data-notice", id: shortenedId, data });
    }
    try {
      const { messages, size, from } = prompt;
      await askPatiently({ model, wishes, messages, tools, signal, append, callIds, meter });
      const used = Math.ceil(size / charactersPerToken);
      const context = { used, limit: contextTokens, from, leftOut: told };
      return append({ type: "message-metadata", messageMetadata: { context } });
    } catch (error) {
      const tooLong = modelError(error).code === "context_too_long";
      if (!tooLong || halvings === halvingLimit) throw error;
      const half = Math.floor(prompt.size / 2);
      const shorter = await promptMessages(earlier, current, { budget: half, leaveOut });
      if (shorter.size >= prompt.size) throw error;
      prompt = shorter;
    }
  }
}
