import type { Fact, Facts } from "./facts";

/** A piece of a sentence. */
export type Segment = Fact;

const optionalPart = /\[([^[\]|]*)(?:\|([^[\]]*))?\]/g;
const placeholder = /\{(\w+)\}/g;

function words(text: string): Segment[] {
  return text === "" ? [] : [{ kind: "words", text }];
}

/** The part with its facts put in; undefined when one of them is not known. */
function fillIn(part: string, facts: Facts): Segment[] | undefined {
  const segments: Segment[] = [];
  let position = 0;
  for (const match of part.matchAll(placeholder)) {
    const fact = facts.get(match[1] ?? "");
    if (!fact) return undefined;
    segments.push(...words(part.slice(position, match.index)), fact);
    position = match.index + match[0].length;
  }
  return [...segments, ...words(part.slice(position))];
}

/** Fills a template of a language’s action words. Neighbouring words become one segment. */
export function fillTemplate(template: string, facts: Facts): Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  for (const match of template.matchAll(optionalPart)) {
    segments.push(...(fillIn(template.slice(position, match.index), facts) ?? []));
    segments.push(...(fillIn(match[1] ?? "", facts) ?? words(match[2] ?? "")));
    position = match.index + match[0].length;
  }
  segments.push(...(fillIn(template.slice(position), facts) ?? []));
  return joinWords(segments);
}

/** Joins words that stand side by side. */
export function joinWords(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.kind === "words" && segment.kind === "words") {
      joined[joined.length - 1] = { kind: "words", text: last.text + segment.text };
    } else {
      joined.push(segment);
    }
  }
  return joined;
}

/** The sentence as one text; titles are quoted. */
export function segmentsText(segments: Segment[]): string {
  return segments
    .map((segment) => (segment.kind === "title" ? segment.quoted : segment.text))
    .join("");
}
