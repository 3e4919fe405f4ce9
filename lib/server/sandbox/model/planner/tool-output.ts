import { parsePartialJson } from "ai";
import { isRecord } from "../data/values";

/** What came back from a call, as far as it can be read. */
export type ToolOutput = {
  text: string;
  /** The JSON in the text, out of MCP's own envelope; undefined when there is none. */
  value: unknown;
  /** False when the end was cut off and only the beginning could be read. */
  complete: boolean;
};

/** A value whose end was cut off to save room; `value` is what its beginning holds. */
export class CutValue {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

async function readBeginning(text: string): Promise<unknown> {
  for (const candidate of [text, text.slice(0, text.lastIndexOf("}") + 1)]) {
    const repaired = await parsePartialJson(candidate);
    if (repaired.value !== undefined) return repaired.value;
  }
  return text;
}

/** Long results arrive as `{cut, beginning}`: a note and the first part of their JSON. */
async function restoreCutValues(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(restoreCutValues));
  if (!isRecord(value)) return value;
  if (typeof value.cut === "string" && typeof value.beginning === "string") {
    return new CutValue(await readBeginning(value.beginning));
  }
  const entries = Object.entries(value).map(
    async ([key, field]) => [key, await restoreCutValues(field)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function withoutContentEnvelope(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value.content)) return value;
  const text = value.content
    .map((part: unknown) => (isRecord(part) && typeof part.text === "string" ? part.text : ""))
    .join("");
  const parsed = parseJson(text);
  return parsed === undefined
    ? { error: value.isError === true ? text : null, data: text }
    : parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a call's output: JSON, JSON inside prose or markers, JSON whose end was cut off to save room, or plain words.
 */
export async function readToolOutput(text: string): Promise<ToolOutput> {
  const readable = async (value: unknown, complete: boolean): Promise<ToolOutput> => ({
    text,
    value: await restoreCutValues(withoutContentEnvelope(value)),
    complete,
  });
  const whole = parseJson(text);
  if (isRecord(whole)) return readable(whole, true);
  // A JSON string is how words travel where an output is always JSON.
  if (typeof whole === "string") return { text: whole, value: undefined, complete: true };

  const start = text.indexOf("{");
  if (start < 0) return { text, value: whole, complete: true };
  const lastBrace = text.lastIndexOf("}") + 1;
  const inner = lastBrace > start ? parseJson(text.slice(start, lastBrace)) : undefined;
  if (inner !== undefined) return readable(inner, true);

  const beginning = await readBeginning(text.slice(start));
  return isRecord(beginning)
    ? readable(beginning, false)
    : { text, value: undefined, complete: false };
}
