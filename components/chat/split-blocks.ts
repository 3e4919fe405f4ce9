const fenceStart = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(`{3,}|~{3,})/;
const listItem = /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const definition = /^ {0,3}\[[^\]]+\]:/m;
/** HTML that may hold blank lines: it ends at its own end mark. */
const longHtml = /^ {0,3}<(?:script|pre|style|textarea|!--|\?|![A-Z]|!\[CDATA\[)/i;

function closesFence(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

/** Whether a text ends within a fence that has not come to its end. */
export function endsInFence(markdown: string): boolean {
  let fence: string | undefined;
  for (const line of markdown.split("\n"))
    if (fence === undefined) fence = fenceStart.exec(line)?.[1];
    else if (closesFence(line, fence)) fence = undefined;
  return fence !== undefined;
}

/** A piece of Markdown and where it starts in the whole, in UTF-16 code units. */
export type MarkdownBlock = { start: number; text: string };

/**
 * Cuts Markdown into pieces that mean the same apart as together, so that a growing text is parsed again only in its
 * last piece. Cuts at blank lines, and only where it is certain: never in a fence, a list, indented text or long HTML, and
 * not at all when link definitions or footnotes could reach from one piece into another.
 */
export function splitBlocks(markdown: string): MarkdownBlock[] {
  if (definition.test(markdown)) return [{ start: 0, text: markdown }];
  const blocks: MarkdownBlock[] = [];
  let start = 0;
  let opening = "";
  let fence: string | undefined;
  let afterBlank = true;
  let position = 0;

  for (const line of markdown.split("\n")) {
    const blank = line.trim() === "";
    const continues =
      fence !== undefined ||
      longHtml.test(opening) ||
      /^\s/.test(line) ||
      (listItem.test(opening) && listItem.test(line));
    if (afterBlank && !blank && !continues) {
      if (opening) blocks.push({ start, text: markdown.slice(start, position) });
      start = position;
      opening = line;
    } else if (!opening && !blank) {
      opening = line;
    }
    if (fence === undefined) fence = fenceStart.exec(line)?.[1];
    else if (closesFence(line, fence)) fence = undefined;
    afterBlank = blank;
    position += line.length + 1;
  }
  if (opening) blocks.push({ start, text: markdown.slice(start) });
  return blocks;
}
