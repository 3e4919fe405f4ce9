const today = () => new Date().toISOString().slice(0, 10);

/** Headers of a file to keep. @param name such as `chats.jsonl`; the day is put before its ending */
export function downloadHeaders(name: string, type: string): Record<string, string> {
  const dated = name.replace(/(\.\w+)$/, `-${today()}$1`);
  return {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="branchline-${dated}"`,
    "x-content-type-options": "nosniff",
  };
}
