import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";
import { shallowJson } from "../storable.ts";
import type { ToolAnswer } from "./mcp-connection.ts";
import { describeToolError } from "./tool-error.ts";

/** What one action came to, out of every envelope. */
export type ActionAnswer =
  | { kind: "succeeded"; data: unknown }
  | { kind: "failed"; error: ErrorView; data: unknown }
  /** No account is connected for the toolkit; nothing was carried out. */
  | { kind: "not-connected" };

/** `{successful, data, error}` in any selection; an error is a sentence or an object that carries one. */
const envelopeSchema = z
  .object({
    successful: z.boolean().optional(),
    data: z.unknown().optional(),
    error: z.unknown().optional(),
  })
  .refine((value) => "data" in value || "successful" in value || "error" in value);
type Envelope = { successful?: boolean | undefined; data: unknown; error: string | null };

const responseSchema = z.object({ response: z.unknown() });
const itemSchema = z.looseObject({ error: z.unknown().optional() });
const batchSchema = z.union([
  z.object({ results: z.tuple([itemSchema]) }).transform((data) => data.results[0]),
  z.object({ response_data: z.tuple([itemSchema]) }).transform((data) => data.response_data[0]),
]);

const sentenceSchema = z.object({ message: z.string() });
/** The router's words for an account that is not there, or no longer; it says them before it does anything. */
const notConnected = /no active connect(ed account|ion)|^no account found matching/i;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(shallowJson(text));
  } catch {
    return undefined;
  }
}

function sentenceOf(error: unknown): string | null {
  if (!error) return null;
  if (typeof error === "string") return error;
  return sentenceSchema.safeParse(error).data?.message ?? JSON.stringify(error);
}

function envelopeOf(value: unknown): Envelope | undefined {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { successful, data, error } = parsed.data;
  return { successful, data, error: sentenceOf(error) };
}

/** The item's own envelope out of the answer to a dispatcher's call that carried one item. */
function itemOf(envelope: Envelope): Envelope {
  const batch = batchSchema.safeParse(envelope.data);
  if (!batch.success) return envelope;
  const item = batch.data;
  const { response } = responseSchema.safeParse(item).data ?? {};
  const own = envelopeOf(response ?? item);
  const error = own?.error ?? sentenceOf(item.error);
  if (own && (own.data !== undefined || own.successful === true)) return { ...own, error };
  if (error !== null || envelope.successful === false)
    return { successful: false, data: own?.data ?? null, error: error ?? envelope.error };
  return { data: response ?? item, error };
}

/** Some answers carry the tool's data one `response` deeper. */
function dataOf(data: unknown): unknown {
  const inner = responseSchema.strict().safeParse(data);
  const envelope = inner.success ? envelopeOf(inner.data.response) : undefined;
  return envelope && envelope.data !== undefined ? envelope.data : data;
}

/**
 * Reads the answer to a call that carried one action. A tool's failure comes as an ordinary answer with
 * `successful: false`; an answer of an unknown shape counts as success with the shape as its data.
 *
 * @param kind `batch` for a call of the router's dispatcher, which wraps every item in an envelope of its own
 */
export function readAnswer(answer: ToolAnswer, kind: "batch" | "single" | "refused"): ActionAnswer {
  const json = parseJson(answer.text);
  const outer = envelopeOf(json) ?? {
    successful: !answer.isError,
    data: json === undefined ? answer.text : json,
    error: answer.isError ? answer.text : null,
  };
  const envelope = kind === "batch" ? itemOf(outer) : outer;
  const failed = answer.isError || envelope.successful === false || envelope.error !== null;
  if (!failed) return { kind: "succeeded", data: dataOf(envelope.data) };
  if (notConnected.test(envelope.error ?? "")) return { kind: "not-connected" };
  return {
    kind: "failed",
    error: describeToolError(envelope.error, envelope.data),
    data: envelope.data,
  };
}
