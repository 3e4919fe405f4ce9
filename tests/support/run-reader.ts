import { readUIMessageStream } from "ai";
import { eq } from "drizzle-orm";
import { database } from "@/lib/server/database/connection";
import { message, run } from "@/lib/server/database/schema";
import { followRun } from "@/lib/server/runs/follow";
import type { RunChunk } from "@/lib/server/runs/log-line";
import type { ActionStatus, ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";

/** The message that a run has written, as it is stored. */
async function storedMessage(runId: string): Promise<ChatMessage | undefined> {
  const [row] = await (await database())
    .select({
      id: message.id,
      role: message.role,
      parts: message.parts,
      metadata: message.metadata,
    })
    .from(run)
    .innerJoin(message, eq(message.id, run.messageId))
    .where(eq(run.id, runId));
  return row;
}

/**
 * The message of a run as a browser comes to it: folded to its end, or until it is as `found` wants it; where the end of the log
 * was missed, as it is stored.
 */
export async function readRun(
  runId: string,
  found: (message: ChatMessage) => boolean = () => false,
): Promise<ChatMessage> {
  const left = new AbortController();
  let isWhole = false;
  const events = followRun(runId, 0, left.signal);
  const stream = new ReadableStream<RunChunk>({
    async pull(controller) {
      const { value, done } = await events.next();
      if (done) return controller.close();
      if (value.kind === "heartbeat") return;
      const chunk = JSON.parse(value.json) as RunChunk;
      isWhole = chunk.type === "finish";
      controller.enqueue(chunk);
    },
  });
  let latest: ChatMessage = { id: "", role: "assistant", parts: [] };
  try {
    for await (const state of readUIMessageStream<ChatMessage>({ stream })) {
      latest = state;
      if (found(state)) return latest;
    }
    return (isWhole ? undefined : await storedMessage(runId)) ?? latest;
  } finally {
    left.abort();
  }
}

export function actionsOf(message: ChatMessage): ActionView[] {
  return message.parts.flatMap((part) => (part.type === "data-action" ? [part.data] : []));
}

/** For {@link readRun}: until some action stands there. */
export const someAction = (status: ActionStatus) => (message: ChatMessage) =>
  actionsOf(message).some((action) => action.state.status === status);

export function textOf(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}
