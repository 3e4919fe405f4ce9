import type { Words } from "../words";
import { count } from "./count";

export const search: Words["search"] = {
  title: "Chats durchsuchen",
  field: "Titel und Nachrichten durchsuchen",
  close: "Schließen",
  found: "Gefunden",
  more: "Mehr zeigen",
  start: "Wortanfänge aus einem Titel oder einer Nachricht eingeben, etwa feature/login.",
  searching: "Es wird gesucht …",
  loadingMore: "Mehr wird geladen …",
  nothing: "Nichts gefunden. Weniger oder kürzere Wörter versuchen.",
  hits: (number, all) =>
    `${all ? "" : "Bisher "}${count(number)} gefunden. Mit den Pfeiltasten auswählen.`,
  offline: "Keine Verbindung. Die Suche geht von selbst weiter, sobald sie wieder da ist.",
  youWrote: "Eigene Nachricht",
  branchlineWrote: "Branchline schrieb",
  chat: "Chat",
};
