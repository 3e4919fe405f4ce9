import "server-only";
import { hasHiddenCharacters, posesAsLatin, spellOut } from "@/lib/shared/hidden-characters";

/** Nobody names anything with more characters; a longer text is read as a text. */
const nameLengthLimit = 255;

type Field = { path: string; text: string };

/** Every text in a value, keys included, with where it stands: `files.0.path`. */
function* textsOf(value: unknown, path: string): Generator<Field> {
  if (typeof value === "string") yield { path, text: value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = path ? `${path}.${key}` : key;
    if (!Array.isArray(value)) yield { path: `the name of ${place}`, text: key };
    yield* textsOf(inner, place);
  }
}

/** One sentence for each field of what is sent that is not what it looks like. */
export function deceptionsIn(input: Record<string, unknown>): string[] {
  const sentences: string[] = [];
  for (const { path, text } of textsOf(input, "")) {
    if (text.length <= nameLengthLimit && posesAsLatin(text))
      sentences.push(`“${path}” has letters that only look like Latin ones: ${spellOut(text)}.`);
    else if (hasHiddenCharacters(text))
      sentences.push(`“${path}” has characters that are not seen. They are written out here.`);
  }
  return sentences;
}
