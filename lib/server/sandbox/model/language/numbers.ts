import type { Utterance } from "./utterance";

/** `#3`, `3, 4 and 5`: the numbers that follow one of the words, or any with a hash. */
export function findNumbers(utterance: Utterance, word: string): number[] {
  const list = new RegExp(
    String.raw`\b(?:${word})\s*(?:no\.?\s*|number\s*|nr\.?\s*)?((?:#?\d+(?:\s*(?:,|and|&|\+)\s*(?:and\s+)?)?)+)`,
    "i",
  ).exec(utterance.order)?.[1];
  const texts = list?.match(/\d+/g) ?? utterance.order.match(/(?<=#)\d+/g) ?? [];
  return [...new Set(texts.map(Number))];
}

const ordinals: readonly RegExp[] = [
  /\b(?:first|1st)\b/i,
  /\b(?:second|2nd)\b/i,
  /\b(?:third|3rd)\b/i,
  /\b(?:fourth|4th)\b/i,
  /\b(?:fifth|5th)\b/i,
];

/** The place an answer such as "the second one", "2" or "the last" points at, from 0; undefined when it points nowhere. */
export function findOrdinal(answer: string, count: number): number | undefined {
  if (/\blast\b/i.test(answer)) return count - 1;
  const spoken = ordinals.findIndex((pattern) => pattern.test(answer));
  const digits = /^\s*(?:number\s+|option\s+|no\.?\s*)?(\d+)[.)]?\s*$/i.exec(answer)?.[1];
  const place = spoken >= 0 ? spoken : digits === undefined ? -1 : Number(digits) - 1;
  return place >= 0 && place < count ? place : undefined;
}
