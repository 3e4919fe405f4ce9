import type { Words } from "../../words";

export const list: Words["chat"]["list"] = {
  chats: "Chats",
  newChat: "Neuer Chat",
  openList: "Die Liste der Chats öffnen",
  noChats: "Noch keine Chats. Was begonnen wird, erscheint hier.",
  mayBeOld: "Diese Liste ist vielleicht veraltet:",
  working: "Arbeitet",
  waitingForYou: "Wartet auf Antwort",
  sharedByLink: "Per Link geteilt",
  optionsFor: (title) => `Optionen für „${title}“`,
  rename: "Umbenennen",
  renameChat: "Chat umbenennen",
  title: "Titel",
  delete: "Löschen",
  days: {
    today: "Heute",
    yesterday: "Gestern",
    lastWeek: "Letzte 7 Tage",
    lastMonth: "Letzte 30 Tage",
    older: "Älter",
  },
};
