/** An emoji's own selector and joiner are part of the picture; anywhere else they are drawn as nothing. */
const strayEmojiSelector = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|[0-9#*])\u{FE0F}/u;
const strayJoiner = /(?<!\p{Extended_Pictographic}\u{FE0F}?|\p{Emoji_Modifier})\u{200D}/u;

/** Tab and line feed are layout, and so is a carriage return right before a line feed. */
const allowed = /(?!\r\n|\t|\n|\u{FE0F}|\u{200D})/u;
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[\u{FFF9}-\u{FFFB}]|\u{2800}/u;

/**
 * Control characters, characters that are drawn as nothing (zero width, bidirectional overrides, tags, fillers), line
 * separators and lone surrogates: whatever lets a text look different from what it is.
 */
const hidden = `${strayEmojiSelector.source}|${strayJoiner.source}|${allowed.source}(?:${unseen.source})`;

/** Letters of other alphabets, and variants of Latin ones, that are drawn like a Latin letter. */
const lookAlike =
  "[аеорсухіјѕһԁԛԝӏАВЕЅІЈКМНОРСТУХԀԚԜҮӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυιօոսհցɑɡⅰⅴⅹⅼⅽⅾⅿ\\u{FF21}-\\u{FF3A}\\u{FF41}-\\u{FF5A}\\u{1D400}-\\u{1D6A3}]";

/** Beyond this many letters of one word nobody looks for the Latin one; keeps the search linear. */
const wordPart = "[\\p{L}\\p{M}\\p{N}]{0,24}";

/** A look-alike in one word with Latin letters. A whole word of another alphabet is that alphabet's word. */
const disguised = `${lookAlike}(?:(?<=[A-Za-z]${wordPart}${lookAlike})|(?=${wordPart}[A-Za-z]))`;

const hiddenPattern = new RegExp(hidden, "gu");
const deceptivePattern = new RegExp(`${hidden}|${disguised}`, "gu");
const posingNamePattern = new RegExp(
  `^[\\x20-\\x7E]*${lookAlike}(?:[\\x20-\\x7E]|${lookAlike})*$`,
  "u",
);

type TextSegment = { text: string; hidden: boolean };

function escapeCharacter(character: string): string {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `\\u{${hexadecimal}}`;
}

/**
 * Splits a text at its hidden characters and at letters that pose as Latin ones; each of those becomes a segment of its own
 * that holds its escape.
 */
export function splitHiddenCharacters(text: string): TextSegment[] {
  const segments: TextSegment[] = [];
  let position = 0;
  for (const match of text.matchAll(deceptivePattern)) {
    if (match.index > position) {
      segments.push({ text: text.slice(position, match.index), hidden: false });
    }
    segments.push({ text: escapeCharacter(match[0]), hidden: true });
    position = match.index + match[0].length;
  }
  if (position < text.length) segments.push({ text: text.slice(position), hidden: false });
  return segments;
}

/** The text with every hidden character, and every letter that poses as a Latin one, written as an escape: `\u{202E}`. */
export function revealHiddenCharacters(text: string): string {
  return text.replace(deceptivePattern, escapeCharacter);
}

/** The text as a person sees it: without the characters that are drawn as nothing. */
export function removeHiddenCharacters(text: string): string {
  return text.replace(hiddenPattern, "");
}

/** Whether the text has a character that is not seen, or a letter that poses as a Latin one in a word with Latin ones. */
export function hasHiddenCharacters(text: string): boolean {
  return text.search(deceptivePattern) >= 0;
}

/** Whether a name reads as Latin letters and has others among them, also where all of them are others. */
export function posesAsLatin(name: string): boolean {
  return posingNamePattern.test(name);
}

/** The text with everything outside of ASCII written as escapes. */
export function spellOut(text: string): string {
  return text.replace(/[^\x20-\x7E]/gu, escapeCharacter);
}
