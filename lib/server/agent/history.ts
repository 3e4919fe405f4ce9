import "server-only";
import { convertToModelMessages, type ModelMessage } from "ai";
import { z } from "zod";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

const outputSchema = z.object({
  successful: z.boolean().optional(),
  denied: z.boolean().optional(),
  unknown: z.boolean().optional(),
});
const batchSchema = z.object({
  data: z.object({ results: z.array(z.object({ tool_slug: z.string(), response: outputSchema })) }),
});

function wordFor({ successful, denied, unknown }: z.infer<typeof outputSchema>): string {
  if (denied) return "denied by the person";
  if (unknown) return "outcome unknown";
  return successful === false ? "failed" : "done";
}

/** What became of each tool of a call, in a word: what must not be done twice has to be remembered. */
function outcomes(tool: string, output: unknown): string {
  const batch = batchSchema.safeParse(output);
  if (batch.success) {
    return batch.data.data.results
      .map(({ tool_slug, response }) => `${tool_slug}: ${wordFor(response)}`)
      .join(", ");
  }
  const single = outputSchema.safeParse(output);
  return single.success ? `${tool}: ${wordFor(single.data)}` : tool;
}

/** A result of an earlier turn is named, not repeated: the model asked for it once and can ask again. */
function stub(part: ChatMessagePart): ChatMessagePart {
  if (part.type !== "dynamic-tool" || part.state !== "output-available") return part;
  const size = JSON.stringify(part.output ?? null).length;
  const said = `${outcomes(part.toolName, part.output)}. ${size} characters from an earlier turn; call a read again to see it.`;
  return { ...part, output: `[${said}]` };
}

/** An answer that was cut short keeps its results: whoever is asked to go on with it must not have to begin anew. */
function isCutShort(message: ChatMessage): boolean {
  const outcome = message.metadata?.outcome;
  return outcome !== undefined && outcome.status !== "done";
}

/**
 * The prompt for the next step.
 *
 * @param earlier finished messages, oldest first, up to and with the person's latest
 * @param current what this run has written so far
 */
export async function promptMessages(
  earlier: ChatMessage[],
  current: ChatMessage,
): Promise<ModelMessage[]> {
  const latest = earlier.findLast((message) => message.role === "assistant");
  const stubbed = earlier.map((message) => {
    const kept = message.role !== "assistant" || (message === latest && isCutShort(message));
    return kept ? message : { ...message, parts: message.parts.map(stub) };
  });
  const messages = current.parts.length > 0 ? [...stubbed, current] : stubbed;
  return convertToModelMessages<ChatMessage>(messages, { ignoreIncompleteToolCalls: true });
}
