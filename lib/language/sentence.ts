import type { ErrorView, Said } from "../shared/error";

/** A text in English, and how to find it in every other language; without `said` it is somebody else's, and stays as it is. */
export type Sentence = { english: string; said?: Said };

type Entry = string | ((...values: never[]) => string);
type Dictionary = Record<string, Entry>;
/** What an entry's text names. */
type Values<Of extends Entry> = Of extends (
  ...values: infer Named extends (string | number)[]
) => string
  ? Named
  : [];

/** @param values what the text names, as many as its entry takes */
function textOf(entry: Entry, values: readonly (string | number)[]): string {
  return typeof entry === "string" ? entry : String(Reflect.apply(entry, undefined, values));
}

/** A key with what its text names. */
const saidOf = (key: string, values: readonly (string | number)[]): Said => ({
  key,
  ...(values.length > 0 ? { values: [...values] } : {}),
});

/** Makes the sentences of an English dictionary. */
export function speaker<Words extends Dictionary>(words: Words) {
  return <Key extends keyof Words & string>(key: Key, ...values: Values<Words[Key]>): Sentence => ({
    english: textOf(words[key] ?? key, values),
    said: saidOf(key, values),
  });
}

/**
 * Makes sentences by key alone, for code that has no dictionary at hand: whoever shows them has it, in every language. The key
 * stands where the words would.
 */
export function keyedSpeaker<Words extends Dictionary>() {
  return <Key extends keyof Words & string>(key: Key, ...values: Values<Words[Key]>): Sentence => ({
    english: key,
    said: saidOf(key, values),
  });
}

/** What a dictionary says for a key; undefined when it does not know it. */
export function textIn(words: Dictionary, said: Said): string | undefined {
  const entry = Object.hasOwn(words, said.key) ? words[said.key] : undefined;
  return entry === undefined ? undefined : textOf(entry, said.values ?? []);
}

/** An error whose message was replaced: the dictionaries know nothing of another one. */
export function withMessage(error: ErrorView, message: string): ErrorView {
  if (message === error.message) return error;
  const { said, ...rest } = error;
  return { ...rest, message, ...(said?.hint ? { said: { hint: said.hint } } : {}) };
}

export function errorViewOf(code: string, message: Sentence, hint?: Sentence): ErrorView {
  const said = {
    ...(message.said ? { message: message.said } : {}),
    ...(hint?.said ? { hint: hint.said } : {}),
  };
  return {
    code,
    message: message.english,
    ...(hint ? { hint: hint.english } : {}),
    ...(message.said || hint?.said ? { said } : {}),
  };
}
