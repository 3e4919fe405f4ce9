import "server-only";
import { hasHiddenCharacters, posesAsLatin, spellOut } from "@/lib/shared/hidden-characters";
import type { Sentence } from "../../language/sentence.ts";
import { warn } from "./warning.ts";

/** Nobody names anything with more characters; a longer text is read as a text. */
const nameLengthLimit = 255;

type Field = { path: string; text: string; isName: boolean };

/** Every text in a value, keys included, with where it stands: `files.0.path`. */
function* textsOf(value: unknown, path: string): Generator<Field> {
  if (typeof value === "string") yield { path, text: value, isName: false };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = path ? `${path}.${key}` : key;
    if (!Array.isArray(value)) yield { path: place, text: key, isName: true };
    yield* textsOf(inner, place);
  }
}

/** One sentence for each field of what is sent that is not what it looks like. */
export function deceptionsIn(input: Record<string, unknown>): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { path, text, isName } of textsOf(input, "")) {
    if (text.length <= nameLengthLimit && posesAsLatin(text))
      sentences.push(warn(isName ? "nameLooksLatin" : "looksLatin", path, spellOut(text)));
    else if (hasHiddenCharacters(text))
      sentences.push(warn(isName ? "nameUnseen" : "unseen", path));
  }
  return sentences;
}
