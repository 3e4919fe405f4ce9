const replacement = "\uFFFD";

/** Text as PostgreSQL keeps it: it refuses U+0000 and halves of characters, which become U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", replacement);
}

/**
 * JSON as PostgreSQL keeps it, keys included. Tools, models and people send what they like, and one refused document would
 * leave a run that can never be ended.
 */
export function storableJson(json: string): string {
  // Whole characters stand in JSON as they are: an escape of a surrogate is always half a character.
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, `$1${replacement}`);
}
