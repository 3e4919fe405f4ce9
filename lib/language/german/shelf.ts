import type { Words } from "../words";

export const shelf: Words["shelf"] = {
  pinned: "Angeheftet",
  pin: "Anheften",
  unpin: "Nicht mehr anheften",
  archive: "Archivieren",
  bringBack: "Zurückholen",
  archivedChats: "Archivierte Chats",
  nothingArchived:
    "Nichts ist archiviert. Was archiviert wird, bleibt hier, und die Suche findet es.",
  olderChats: "Ältere Chats zeigen",
  deleted: "Gelöscht:",
  archived: "Archiviert:",
  undo: "Rückgängig machen",
  projects: "Projekte",
  newProject: "Neues Projekt",
  move: "In ein Projekt verschieben",
  moveTitle: "In welches Projekt verschieben?",
  inProject: "Im Projekt",
};
