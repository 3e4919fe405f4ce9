import "server-only";

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
