import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";
import type { ToolAnswer } from "./mcp-client.ts";
import { describeToolError } from "./tool-error.ts";

/** What one action came to, out of every envelope. */
export type ActionAnswer =
  | { kind: "succeeded"; data: unknown }
  | { kind: "failed"; error: ErrorView; data: unknown }
  /** No account is connected for the toolkit; nothing was carried out. */
  | { kind: "not-connected" };

const envelopeSchema = z.object({
  successful: z.boolean().optional(),
  data: z.unknown(),
  error: z.string().nullish(),
});
type Envelope = z.infer<typeof envelopeSchema>;

const itemSchema = z.object({ response: envelopeSchema.nullish(), error: z.string().nullish() });
const batchSchema = z.union([
  z.object({ results: z.array(itemSchema).min(1) }).transform((data) => data.results),
  z.object({ response_data: z.array(itemSchema).min(1) }).transform((data) => data.response_data),
]);

const notConnected = /no active connect(ed account|ion)/i;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The item's own envelope out of a dispatcher's answer that carries one item; any other answer is its own envelope. */
function innermost(envelope: Envelope): Envelope {
  const batch = batchSchema.safeParse(envelope.data);
  const item = batch.success ? batch.data[0] : undefined;
  if (!item) return envelope;
  return item.response ?? { successful: false, data: null, error: item.error ?? envelope.error };
}

/**
 * Reads the answer to a call that carried one action. A tool's failure comes as an ordinary answer with
 * `successful: false`; an answer of an unknown shape counts as success with the shape as its data.
 */
export function readAnswer(answer: ToolAnswer): ActionAnswer {
  const json = parseJson(answer.text);
  const parsed = envelopeSchema.safeParse(json);
  const envelope: Envelope = parsed.success
    ? innermost(parsed.data)
    : {
        successful: !answer.isError,
        data: json ?? answer.text,
        error: answer.isError ? answer.text : null,
      };
  const failed = answer.isError || envelope.successful === false || Boolean(envelope.error);
  if (!failed) return { kind: "succeeded", data: envelope.data };
  if (notConnected.test(envelope.error ?? "")) return { kind: "not-connected" };
  return {
    kind: "failed",
    error: describeToolError(envelope.error, envelope.data),
    data: envelope.data,
  };
}
