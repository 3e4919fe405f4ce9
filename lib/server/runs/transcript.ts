import "server-only";
import { randomUUID } from "node:crypto";
import { readUIMessageStream } from "ai";
import type { ChatMessage, ChatMessagePart, MessageMetadata } from "@/lib/shared/message";
import { isFresh, type RunRow } from "./claim.ts";
import type { RunChunk } from "./log-line.ts";
import { createLogWriter, join, type LogWriter } from "./log-writer.ts";
import { readChunks } from "./read-log.ts";

/** A model's call of a tool that has no result yet. */
export type OpenCall = { toolCallId: string; toolName: string; input: unknown };

/** Keeps what a message is made of: of a data part that was replaced, only the latest stays, in its first place. */
function fold(chunks: RunChunk[], chunk: RunChunk): void {
  const place =
    chunk.type === "data-action" || chunk.type === "data-connection" || chunk.type === "data-notice"
      ? chunks.findIndex((earlier) => earlier.type === chunk.type && earlier.id === chunk.id)
      : -1;
  if (place < 0) join(chunks, chunk);
  else chunks[place] = chunk;
}

/** All that a run has written, growing. What is appended is stored and shown; the message is its fold. */
export class Transcript {
  readonly #chunks: RunChunk[];
  readonly #writer: LogWriter;
  readonly #messageId: string;

  private constructor(messageId: string, chunks: RunChunk[], writer: LogWriter) {
    this.#messageId = messageId;
    this.#chunks = chunks;
    this.#writer = writer;
  }

  /** The transcript of a claimed run: what its log holds, to be continued. */
  static async open(claimed: RunRow): Promise<Transcript> {
    const stored = isFresh(claimed) ? [] : await readChunks(claimed.id);
    const chunks: RunChunk[] = [];
    for (const chunk of stored) fold(chunks, chunk);
    const transcript = new Transcript(
      claimed.messageId,
      chunks,
      createLogWriter(claimed.id, claimed.epoch, stored.length),
    );
    if (stored.length === 0) {
      const messageMetadata = { runId: claimed.id, createdAt: claimed.createdAt.toISOString() };
      const start = { type: "start", messageId: claimed.messageId, messageMetadata } as const;
      transcript.#chunks.push(start);
      transcript.#writer.announce(start);
    }
    return transcript;
  }

  append = (chunk: RunChunk): void => {
    fold(this.#chunks, chunk);
    this.#writer.append(chunk);
  };

  /** Resolves when everything so far is stored. @throws RunLostError */
  flushed(): Promise<void> {
    return this.#writer.flushed();
  }

  /** The message as it stands. */
  async message(): Promise<ChatMessage> {
    let folded: ChatMessage = { id: this.#messageId, role: "assistant", parts: [] };
    const chunks = this.#chunks;
    const stream = new ReadableStream<RunChunk>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    for await (const state of readUIMessageStream<ChatMessage>({ stream, terminateOnError: true }))
      folded = state;
    return folded;
  }

  /** Aborted as soon as something could not be stored: whatever is done for this run is done in vain. */
  get failure(): AbortSignal {
    return this.#writer.failure;
  }

  /** Model steps finished. */
  steps(): number {
    return this.#chunks.filter((chunk) => chunk.type === "finish-step").length;
  }

  /** The chunks of a step that was cut off; empty when the last step came to its end. */
  #cutStep(): RunChunk[] {
    const lastStep = this.#chunks.findLastIndex((chunk) => chunk.type === "start-step");
    const step = lastStep < 0 ? [] : this.#chunks.slice(lastStep);
    return step.some((chunk) => chunk.type === "finish-step") ? [] : step;
  }

  /**
   * Makes a transcript that a process left in the middle ready to be gone on with: a cut sentence is told as that, and nobody
   * waits any more to ask the model again.
   */
  mend(): void {
    for (const chunk of [...this.#chunks]) {
      if (chunk.type === "data-notice" && chunk.data.kind === "retrying")
        this.append({ ...chunk, data: { kind: "retried" } });
    }
    const step = this.#cutStep();
    // First, so that no crash can leave the step closed without it: it would pass for an answer.
    if (step.length > 0 && !step.some((chunk) => chunk.type === "tool-input-available")) {
      const data = { kind: "resumed" as const };
      this.append({ type: "data-notice", id: randomUUID(), data });
    }
    this.closeCut();
  }

  /** Ends what a cut left open – a text, a thought, a step – so that what follows stands on its own. */
  closeCut(): void {
    const step = this.#cutStep();
    if (step.length === 0) return;
    const open = new Map<string, RunChunk>();
    for (const chunk of step) {
      if (chunk.type === "text-start") open.set(chunk.id, { type: "text-end", id: chunk.id });
      if (chunk.type === "reasoning-start")
        open.set(chunk.id, { type: "reasoning-end", id: chunk.id });
      if (chunk.type === "text-end" || chunk.type === "reasoning-end") open.delete(chunk.id);
    }
    for (const end of open.values()) this.append(end);
    this.append({ type: "finish-step" });
  }

  /** What the run's last words say about its end; null while it has not said them. */
  finalMetadata(): MessageMetadata | null {
    const last = this.#chunks.at(-1);
    return last?.type === "finish" ? (last.messageMetadata ?? {}) : null;
  }
}

export function hasCalls(message: ChatMessage): boolean {
  return message.parts.some((part) => part.type === "dynamic-tool");
}

export function openCalls(message: ChatMessage): OpenCall[] {
  return message.parts.flatMap((part) =>
    part.type === "dynamic-tool" && part.state === "input-available"
      ? [{ toolCallId: part.toolCallId, toolName: part.toolName, input: part.input }]
      : [],
  );
}

/** Whether the last step ended in words, with no tool called and not cut off: the answer. */
export function endsWithAnswer(message: ChatMessage): boolean {
  const lastStep = message.parts.findLastIndex((part) => part.type === "step-start");
  const cutOrCalled = (part: ChatMessagePart) =>
    part.type === "dynamic-tool" || (part.type === "data-notice" && part.data.kind === "resumed");
  return lastStep >= 0 && !message.parts.slice(lastStep).some(cutOrCalled);
}
