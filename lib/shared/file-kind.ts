import type { ImageType } from "./attachment";

/** What a file is by its content, whatever its name or its sender says. */
export type FileKind = { kind: "image"; mediaType: ImageType } | { kind: "text" };

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** Bytes that a file of a type begins with; null stands for any. */
const beginnings: [ImageType, (number | null)[]][] = [
  ["image/png", [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [...ascii("GIF8"), null, ...ascii("a")]],
  ["image/webp", [...ascii("RIFF"), null, null, null, null, ...ascii("WEBP")]],
];

/** The text of a file; null where it is none: strictly UTF-8, without U+0000. */
export function textOfFile(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One of four kinds of picture, or text; SVG and HTML are text. Null for everything else. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  for (const [mediaType, beginning] of beginnings)
    if (beginning.every((byte, place) => byte === null || byte === bytes[place]))
      return { kind: "image", mediaType };
  return textOfFile(bytes) === null ? null : { kind: "text" };
}
