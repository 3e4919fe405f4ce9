import type { Words } from "../../words";
import { count } from "../count";

export const list: Words["results"]["list"] = {
  fromPage: (page) => ` ab Seite ${page}`,
  allShown: (entries) => `Alle ${count(entries)} gezeigt`,
  firstOnly: (entries) => `Die ersten ${count(entries)}`,
  firstOfMore: (entries, from) => `Die ersten ${count(entries)}${from}, und es gibt mehr`,
  shownOf: (shown, all) => `${count(shown)} von ${count(all)} gezeigt`,
  noFurtherPages: (part) =>
    `${part} – das Werkzeug gibt keine weiteren Seiten; es hilft, nach einem Teil zu fragen, etwa nach Namen`,
  showAll: (entries) => `Alle ${count(entries)} zeigen`,
  loading: "Wird geladen …",
  loadMore: "Mehr laden",
  unreadable: (entries) => `${count(entries)} nicht lesbar`,
};

export const text: Words["results"]["text"] = {
  result: "Ergebnis",
  tooLarge: (size) => `Das Ergebnis ist zu groß, um es hier zu zeigen (${size}).`,
  allOfResult: "Das ganze Ergebnis",
  download: "Herunterladen",
  showAll: "Alles zeigen",
  showLess: "Weniger zeigen",
  someCharacters: (shown, all) => `${count(shown)} von ${count(all)} Zeichen`,
  allCharacters: (all) => `Alle ${count(all)} Zeichen`,
  showMore: (more) => `${count(more)} weitere zeigen`,
  copy: "Kopieren",
  copyAll: "Alles kopieren",
};
