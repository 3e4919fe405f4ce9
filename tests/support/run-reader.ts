import { readUIMessageStream } from "ai";
import { followRun } from "@/lib/server/runs/follow";
import type { RunChunk } from "@/lib/server/runs/log-writer";
import type { ActionStatus, ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";

/** The message of a run as a browser folds it: to its end, or until it is as `found` wants it. */
export async function readRun(
  runId: string,
  found: (message: ChatMessage) => boolean = () => false,
): Promise<ChatMessage> {
  const left = new AbortController();
  const events = followRun(runId, 0, left.signal);
  const stream = new ReadableStream<RunChunk>({
    async pull(controller) {
      const { value, done } = await events.next();
      if (done) return controller.close();
      if (value.kind === "chunk") controller.enqueue(JSON.parse(value.json) as RunChunk);
    },
  });
  let latest: ChatMessage = { id: "", role: "assistant", parts: [] };
  try {
    for await (const message of readUIMessageStream<ChatMessage>({ stream })) {
      latest = message;
      if (found(message)) break;
    }
    return latest;
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
