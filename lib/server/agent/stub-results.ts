import "server-only";
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
export function outcomes(tool: string, output: unknown): string {
  const batch = batchSchema.safeParse(output);
  if (batch.success) {
    return batch.data.data.results
      .map(({ tool_slug, response }) => `${tool_slug}: ${wordFor(response)}`)
      .join(", ");
  }
  const single = outputSchema.safeParse(output);
  return single.success ? `${tool}: ${wordFor(single.data)}` : tool;
}

function stub(part: ChatMessagePart): ChatMessagePart {
  if (part.type !== "dynamic-tool" || part.state !== "output-available") return part;
  const size = JSON.stringify(part.output ?? null).length;
  const said = `${outcomes(part.toolName, part.output)}. ${size} characters from an earlier step; call a read again to see it.`;
  return { ...part, output: `[${said}]` };
}

/** The answer that is being written, without the results that the model has read in a step before. */
export function withoutEarlierResults(message: ChatMessage): ChatMessage {
  const lastStep = message.parts.findLastIndex((part) => part.type === "step-start");
  const parts = message.parts.map((part, index) => (index < lastStep ? stub(part) : part));
  return { ...message, parts };
}
