const blockLength = 16_000;

type TextBlock = {
  /** Where it begins in the text: its key. */
  start: number;
  text: string;
};

/** Where a block ends that begins at `start`: after a whole line, unless a line is longer than half a block. */
function blockEnd(text: string, start: number, end: number): number {
  const latest = start + blockLength;
  if (latest >= end) return end;
  const line = text.lastIndexOf("\n", latest - 1) + 1;
  if (line > start + blockLength / 2) return line;
  // Not in the middle of a surrogate pair.
  const last = text.charCodeAt(latest - 1);
  return last >= 0xd800 && last <= 0xdbff ? latest - 1 : latest;
}

/** The first `end` characters of a long text in blocks that a browser can lay out, and leave out, one by one. */
export function textBlocks(text: string, end: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  const stop = Math.min(end, text.length);
  for (let start = 0; start < stop; ) {
    const next = blockEnd(text, start, stop);
    blocks.push({ start, text: text.slice(start, next) });
    start = next;
  }
  return blocks;
}
