import type { Words } from "../words";
import { count } from "./count";
import { failures } from "./failures";

export const common: Words["common"] = {
  backToChats: "Zurück zu den Chats",
  close: "Schließen",
  cancel: "Abbrechen",
  dismiss: "Ausblenden",
  tryAgain: "Erneut versuchen",
  copied: "Kopiert",
  copyingBlocked: "Der Browser verhindert das Kopieren",
  moreCharacters: (characters) => `${count(characters)} weitere Zeichen`,
  justNow: "gerade eben",
  hiddenCharacter: "Ein unsichtbares Zeichen, ausgeschrieben",
  onceAnswerHasEnded: "sobald diese Antwort fertig ist",
  language: "Sprache",
  searchChats: "Chats suchen",
  failures,
  notFound: {
    title: "Hier ist nichts",
    body: "Vielleicht stimmt die Adresse nicht, oder was hier stand, wurde gelöscht oder wird nicht mehr geteilt.",
    leave: "Zu Branchline",
  },
  pageError: {
    title: "Diese Seite kann nicht gezeigt werden",
    body: "Auf dem Server ist etwas schiefgegangen. Die Chats sind sicher.",
    reference: (digest) => `Kennung für das Protokoll des Servers: ${digest}`,
  },
};
