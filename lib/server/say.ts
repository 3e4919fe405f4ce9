import "server-only";
import { errors } from "../language/english/errors.ts";
import { failures } from "../language/english/failures.ts";
import { type Sentence, speaker } from "../language/sentence.ts";
import type { ErrorView } from "../shared/error";

/** A text for people out of the dictionaries. The API has it in English; a browser says it in its reader's language. */
export const say = speaker({ ...failures, ...errors });

/** A text of somebody else's: a service's, a library's. */
export const quote = (english: string): Sentence => ({ english });

/** An error's texts, to be said once more. */
export function sentencesOf({ message, hint, said }: ErrorView) {
  const sentence = (english: string, known: Sentence["said"]): Sentence =>
    known ? { english, said: known } : { english };
  return {
    message: sentence(message, said?.message),
    hint: hint === undefined ? undefined : sentence(hint, said?.hint),
  };
}
