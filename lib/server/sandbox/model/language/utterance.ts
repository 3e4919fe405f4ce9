/**
 * A message prepared for matching. Quoted words are lifted out so that a title such as "Delete old branches" is never
 * read as an order, and free text after a colon or "saying" is kept apart from the order it belongs to.
 */
export type Utterance = {
  /** The person's own words. */
  original: string;
  /** The order without words of courtesy, with each quotation replaced by a mark such as `"0"`. */
  order: string;
  quotations: readonly string[];
  /** What follows a colon or "saying": the text to post, a description. */
  freeText: string | undefined;
};

const quotation = /"([^"\n]+)"|“([^”\n]+)”|`([^`\n]+)`|«([^»\n]+)»|(?<![\w])'([^'\n]+)'(?![\w])/g;
const freeTextStart =
  /:\s(?=\s*\S)|\n|\b(?:saying|that says|which says|with the (?:text|comment|content|words?|message)|with (?:text|comment|content))\b:?/i;

/** An order is short. What stands further on in a long message is text, and not looked at for orders. */
const longestOrder = 2_000;

const greeting =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there| all| everyone)?(?:[,!.:]+\s*|\s*\n\s*)(?=\S)/i;
const politeness =
  /^(?:please|can you|could you|would you|will you|i want (?:you )?to|i(?:['’]d| would) like (?:you )?to|let['’]s|now|then|and|also|ok(?:ay)?,?|yes,?)\s+/i;

/** Without the words of courtesy before an order, so that it begins with its verb. */
function withoutCourtesy(order: string): string {
  let rest = order;
  for (let shorter = rest.replace(politeness, ""); shorter !== rest; ) {
    rest = shorter;
    shorter = rest.replace(politeness, "");
  }
  return rest;
}

/** Takes a message apart. Never fails; an empty message has an empty order. */
export function readUtterance(text: string): Utterance {
  const original = text.trim().replace(greeting, "");
  const quotations: string[] = [];
  const marked = original.replace(quotation, (whole, ...groups: (string | undefined)[]) => {
    const content = groups.slice(0, 5).find((group) => group !== undefined);
    if (content === undefined) return whole;
    quotations.push(content);
    return `"${quotations.length - 1}"`;
  });
  const start = freeTextStart.exec(marked);
  const splits = start !== null && start.index > 0;
  const order = (splits ? marked.slice(0, start.index) : marked).slice(0, longestOrder);
  const rest = splits ? marked.slice(start.index + start[0].length) : undefined;
  const freeText = rest && unmark(rest, quotations).trim();
  return {
    original,
    order: withoutCourtesy(order.replace(/\s+/g, " ").trim().replace(/[,:]$/, "")),
    quotations,
    freeText: freeText || undefined,
  };
}

/** Puts quotations back where their marks are. */
export function unmark(text: string, quotations: readonly string[]): string {
  return text.replace(/"(\d+)"/g, (whole, index: string) => quotations[Number(index)] ?? whole);
}

/** A pattern for a name: a quotation's mark or a word as identifiers are written. */
export const namePattern = String.raw`(?:"\d+"|[A-Za-z0-9](?:[\w./-]*[\w/])?)`;

/** Whether the order matches. */
export function says(utterance: Utterance, pattern: RegExp): boolean {
  return pattern.test(utterance.order);
}
