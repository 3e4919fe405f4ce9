import { count } from "../count";

/** The end of a list: what is missing, and the way to it. */
export const list = {
  fromPage: (page: number) => ` from page ${page}`,
  allShown: (entries: number) => `All ${count(entries)} shown`,
  firstOnly: (entries: number) => `The first ${count(entries)}`,
  firstOfMore: (entries: number, from: string) =>
    `The first ${count(entries)}${from}, and there are more`,
  shownOf: (shown: number, all: number) => `${count(shown)} shown of ${count(all)}`,
  noFurtherPages: (part: string) =>
    `${part} – the tool gives no further pages; ask for part of them, by name, say`,
  showAll: (entries: number) => `Show all ${count(entries)}`,
  loading: "Loading…",
  loadMore: "Load more",
  unreadable: (entries: number) => `${count(entries)} could not be read`,
};

/** Texts of any length. */
export const text = {
  result: "Result",
  tooLarge: (size: string) => `Result too large to show here (${size}).`,
  allOfResult: "All of the result",
  download: "Download",
  showAll: "Show all",
  showLess: "Show less",
  someCharacters: (shown: number, all: number) => `${count(shown)} of ${count(all)} characters`,
  allCharacters: (all: number) => `All ${count(all)} characters`,
  showMore: (more: number) => `Show ${count(more)} more`,
  copy: "Copy",
  copyAll: "Copy all",
};
