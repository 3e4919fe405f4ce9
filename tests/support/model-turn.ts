import { readUIMessageStream } from "ai";
import { toolsForModel } from "@/lib/server/agent/model";
import { type StepRequest, streamStep } from "@/lib/server/agent/step";
import { isBranchlineError } from "@/lib/server/errors";
import type { RunChunk } from "@/lib/server/runs/log-line";
import type { Meter } from "@/lib/server/usage/meter";
import type { ChatMessage } from "@/lib/shared/message";
import { listedTool } from "./mcp-endpoint";

/** What came of one step: the message its chunks fold to, and the code of the error it failed with. */
export type Turn = { message: ChatMessage; failed: string | null };

/** For a step without a person who pays for it. */
export const unmetered: Meter = { check: async () => {}, spend: async () => {} };

/** Asks the configured model for one step, without a run around it. @throws when the chunks do not fold to a message. */
export async function takeTurn(request: Partial<StepRequest> = {}): Promise<Turn> {
  const chunks: RunChunk[] = [];
  const failed = await streamStep({
    model: "gpt-5",
    wishes: null,
    meter: unmetered,
    earlier: [{ id: "1", role: "user", parts: [{ type: "text", text: "Please" }] }],
    leftOut: 0,
    current: { id: "2", role: "assistant", parts: [] },
    tools: toolsForModel([listedTool("COMPOSIO_MULTI_EXECUTE_TOOL")]),
    signal: new AbortController().signal,
    append: (chunk) => chunks.push(chunk),
    ...request,
  }).then(
    () => null,
    (error) => (isBranchlineError(error) ? error.code : String(error)),
  );
  let message: ChatMessage = { id: "2", role: "assistant", parts: [] };
  const stream = new ReadableStream<RunChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const state of readUIMessageStream<ChatMessage>({ stream, terminateOnError: true }))
    message = state;
  return { message, failed };
}
