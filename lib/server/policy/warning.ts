import "server-only";
import type { Said } from "@/lib/shared/error";
import { warnings } from "../../language/english/activity/warnings.ts";
import { type Sentence, speaker } from "../../language/sentence.ts";

/** What a person should know before they say yes. */
export const warn = speaker(warnings);

/** Warnings as they are stored: in English, by which they are told apart, and how each is found in other languages. */
export function storedWarnings(sentences: readonly Sentence[]): {
  warnings: string[];
  said: Record<string, Said>;
} {
  return {
    warnings: sentences.map(({ english }) => english),
    said: Object.fromEntries(
      sentences.flatMap(({ english, said }) => (said ? [[english, said]] : [])),
    ),
  };
}
