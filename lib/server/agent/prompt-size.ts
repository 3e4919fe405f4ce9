import "server-only";
import type { ModelMessage } from "ai";

/** What a picture counts for, in characters: its bytes say nothing about what it costs a model to look at it. */
const charactersPerImage = 6_000;

const standIn = "x".repeat(charactersPerImage);

/** Characters of messages, as JSON. */
export function sizeOf(messages: readonly ModelMessage[]): number {
  return JSON.stringify(messages, (_key, value: unknown) =>
    typeof value === "object" &&
    value !== null &&
    "mediaType" in value &&
    "type" in value &&
    value.type === "file"
      ? standIn
      : value,
  ).length;
}
