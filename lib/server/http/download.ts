import "server-only";
import type { Attachment } from "@/lib/shared/attachment";

/**
 * Headers of a file to keep.
 *
 * @param name such as `chats.jsonl`; the day is put before its ending
 * @param type of UTF-8 text
 * @param day such as `2026-11-23`; today's, in UTC, without one
 */
export function downloadHeaders(
  name: string,
  type: string,
  day = new Date().toISOString().slice(0, 10),
): Record<string, string> {
  const dated = name.replace(/(\.\w+)$/, `-${day}$1`);
  return {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="branchline-${dated}"`,
    "x-content-type-options": "nosniff",
  };
}

/** RFC 8187: everything but letters, digits and a few marks as bytes in percent. */
const extendedName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

/**
 * Headers of a file that a person brought. What it is was told by its content: a picture may be shown, and everything else is
 * text to keep, whatever it says of itself.
 */
export function attachmentHeaders(attachment: Attachment): Record<string, string> {
  const image = attachment.kind === "image";
  const plain = attachment.name.replace(/[^\w .-]/g, "_");
  return {
    "content-type": image ? attachment.mediaType : "text/plain; charset=utf-8",
    "content-disposition": `${image ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${extendedName(attachment.name)}`,
    "x-content-type-options": "nosniff",
  };
}
