import "server-only";
import { isStepCount, type ModelMessage, streamText, type ToolSet, toUIMessageStream } from "ai";
import type { ChatMessage } from "@/lib/shared/message";
import { BranchlineError } from "../errors.ts";
import type { RunChunk } from "../runs/log-writer.ts";
import { storable } from "../storable.ts";
import { instructions } from "./instructions.ts";
import { languageModel } from "./model.ts";
import { modelError } from "./model-error.ts";

/** Milliseconds of silence after which a model counts as stalled. A reasoning model may think for long before it speaks. */
const timeout = { firstChunkMs: 180_000, chunkMs: 90_000, totalMs: 900_000 };

/** Chunks that only announce others; the screen shows actions instead. */
const unneeded = new Set(["tool-input-start", "tool-input-delta", "error", "abort"]);

/**
 * Asks the model for one step and hands on what it says as it comes. Tools have no code here: the step ends with their calls.
 *
 * @throws BranchlineError when the model cannot be reached, refuses, stalls or says nothing that can be read.
 */
export async function streamStep(request: {
  messages: ModelMessage[];
  tools: ToolSet;
  signal: AbortSignal;
  append: (chunk: RunChunk) => void;
}): Promise<void> {
  let failure: unknown;
  let said = false;
  const result = streamText({
    model: languageModel(),
    instructions,
    messages: request.messages,
    tools: request.tools,
    stopWhen: isStepCount(1),
    abortSignal: request.signal,
    timeout,
    // Nothing of a conversation stays with the provider, so every request carries all that it needs.
    providerOptions: { openai: { store: false } },
    onError: ({ error }) => {
      failure ??= error;
    },
  });
  const chunks = toUIMessageStream<ToolSet, ChatMessage>({
    stream: result.stream,
    sendStart: false,
    sendFinish: false,
  });
  for await (const chunk of chunks) {
    if (unneeded.has(chunk.type)) continue;
    said ||=
      chunk.type === "text-delta" ||
      chunk.type === "tool-input-available" ||
      chunk.type === "tool-input-error";
    // What a call carries is shown, stored and sent as one and the same.
    if (chunk.type === "tool-input-available")
      request.append({ ...chunk, input: storable(chunk.input) });
    else request.append(chunk);
  }
  request.signal.throwIfAborted();
  if (failure) throw modelError(failure);
  if (said) return;
  const reason = await Promise.resolve(result.finishReason).catch(() => "error");
  throw reason === "content-filter"
    ? new BranchlineError("model_failed", "The model's provider withheld the answer.", {
        hint: "Say it differently.",
      })
    : new BranchlineError("model_failed", "The model sent no answer that can be read.", {
        hint: "Try again. If it happens again, the administrator has to check OPENAI_BASE_URL.",
      });
}
