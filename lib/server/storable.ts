const replacement = "\uFFFD";

/** Text as PostgreSQL keeps it: it refuses U+0000 and halves of characters, which become U+FFFD. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", replacement);
}

/** Containers within containers. The embedded database stops answering for ever at some thousands. */
const depthLimit = 200;

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return json.length;
}

/** JSON with what is nested too deeply for anybody replaced by a word. Text that is not JSON comes back somehow. */
export function shallowJson(json: string): string {
  let shallow = "";
  let copied = 0;
  let depth = 0;
  for (let place = 0; place < json.length; place += 1) {
    const character = json[place];
    if (character === '"') place = endOfString(json, place);
    else if (character === "[" || character === "{") {
      depth += 1;
      if (depth === depthLimit + 1) shallow += `${json.slice(copied, place)}"[nested too deeply]"`;
    } else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === depthLimit) copied = place + 1;
    }
  }
  return depth > depthLimit ? shallow : shallow + json.slice(copied);
}

/**
 * A value as JSON that PostgreSQL keeps, keys included. Tools, models and people send what they like, and one refused document
 * would leave a run that can never be ended.
 */
export function storableJson(value: unknown): string {
  // Whole characters stand in this JSON as they are: an escape of a surrogate is always half a character.
  return shallowJson(JSON.stringify(value)).replace(
    /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g,
    `$1${replacement}`,
  );
}

/** A value as it will come back from the database. */
export function storable(value: unknown): unknown {
  return JSON.parse(storableJson(value ?? null));
}
