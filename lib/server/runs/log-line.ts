import "server-only";
import type { InferUIMessageChunk } from "ai";
import type { ChatMessage } from "@/lib/shared/message";

export type RunChunk = InferUIMessageChunk<ChatMessage>;

/** Ids that stand in JSON as they are. */
const plainId = /^[\w.:-]+$/;

const letters = { "text-delta": "t", "reasoning-delta": "r" } as const;
const kinds: Record<string, keyof typeof letters> = { t: "text-delta", r: "reasoning-delta" };

/**
 * A chunk as a line of the log: a JSON document, or for words, which are nearly all of it and come a few letters at a time, a
 * letter, their text's id and the words as a JSON string: `t0"words"`.
 */
export function lineOf(chunk: RunChunk): string {
  if (chunk.type !== "text-delta" && chunk.type !== "reasoning-delta") return JSON.stringify(chunk);
  const { type, id, delta, ...more } = chunk;
  const isPlain = plainId.test(id) && Object.keys(more).length === 0;
  return isPlain ? `${letters[type]}${id}${JSON.stringify(delta)}` : JSON.stringify(chunk);
}

/** The JSON document of a chunk, from its line. */
export function jsonOf(line: string): string {
  const type = kinds[line.charAt(0)];
  if (!type) return line;
  const words = line.indexOf('"');
  return `{"type":"${type}","id":"${line.slice(1, words)}","delta":${line.slice(words)}}`;
}
