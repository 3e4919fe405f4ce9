/** An emoji's own selector and joiner are part of the picture; anywhere else they are drawn as nothing. */
const strayEmojiSelector = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|[0-9#*])\u{FE0F}/u;
const strayJoiner = /(?<!\p{Extended_Pictographic}\u{FE0F}?|\p{Emoji_Modifier})\u{200D}/u;

/** Tab and line feed are layout, and so is a carriage return right before a line feed. */
const allowed = /(?!\r\n|\t|\n|\u{FE0F}|\u{200D})/u;
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|[\u{FFF9}-\u{FFFB}]/u;

/**
 * Control characters, characters that are drawn as nothing (zero width, bidirectional overrides, tags, fillers), line
 * separators and lone surrogates: whatever lets a text look different from what it is.
 */
const hiddenCharacter = new RegExp(
  `${strayEmojiSelector.source}|${strayJoiner.source}|${allowed.source}(?:${unseen.source})`,
  "gu",
);

type TextSegment = { text: string; hidden: boolean };

function escapeCharacter(character: string): string {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `\\u{${hexadecimal}}`;
}

/** Splits a text at its hidden characters; each of those becomes a segment of its own that holds its escape. */
export function splitHiddenCharacters(text: string): TextSegment[] {
  const segments: TextSegment[] = [];
  let position = 0;
  for (const match of text.matchAll(hiddenCharacter)) {
    if (match.index > position) {
      segments.push({ text: text.slice(position, match.index), hidden: false });
    }
    segments.push({ text: escapeCharacter(match[0]), hidden: true });
    position = match.index + match[0].length;
  }
  if (position < text.length) segments.push({ text: text.slice(position), hidden: false });
  return segments;
}

/** The text with every hidden character written as an escape such as `\u{202E}`. */
export function revealHiddenCharacters(text: string): string {
  return text.replace(hiddenCharacter, escapeCharacter);
}
