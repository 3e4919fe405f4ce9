import type { Words } from "../words";
import { count } from "./count";

const chats = (number: number) => `${count(number)} ${number === 1 ? "Chat" : "Chats"}`;
const counted = (number: number, one: string, several: string) =>
  `${count(number)} ${number === 1 ? one : several}`;

export const settings: Words["settings"] = {
  title: "Einstellungen",
  account: {
    title: "Konto",
    name: "Name",
    guest: "Gast",
    email: "E-Mail",
    since: "Seit",
    keptHere: "Hier gespeichert",
    kept: (kept) =>
      [
        chats(kept.chats),
        counted(kept.shares, "öffentlicher Link", "öffentliche Links"),
        counted(kept.actions, "aufgezeichnete Aktion", "aufgezeichnete Aktionen"),
      ].join(", "),
  },
  sessions: {
    title: "Sitzungen",
    signedIn: (browsers) =>
      browsers === 1
        ? "Nur dieser Browser ist mit dem Konto angemeldet."
        : `${count(browsers)} Browser sind mit dem Konto angemeldet, dieser eingeschlossen.`,
    ending: "„Alle Sitzungen beenden“ meldet sie alle auf einmal ab, auch diesen.",
    end: "Alle Sitzungen beenden",
    ask: "Alle Sitzungen beenden?",
    means:
      "Jeder angemeldete Browser wird sofort abgemeldet. Antworten, die gerade geschrieben werden, gehen weiter.",
  },
  archive: {
    title: "Chats",
    means:
      "Eine Datei mit allen Chats in allen Fassungen, zum Aufheben oder um sie hier oder anderswo einzulesen. Eingelesene Chats kommen zu den vorhandenen hinzu; wovon sie erzählen, geschah anderswo und wird nicht noch einmal getan.",
    download: "Alle Chats herunterladen",
    bringIn: "Chats einlesen",
    file: "Datei mit Chats",
    broughtIn: (number) => `${chats(number)} eingelesen.`,
    bringingIn: (number) => `Wird eingelesen … bisher ${chats(number)}.`,
    refused: (number) =>
      `${chats(number)} ${number === 1 ? "konnte" : "konnten"} nicht eingelesen werden:`,
    line: (number) => `Zeile ${count(number)}:`,
  },
  deletion: {
    title: "Konto löschen",
    means:
      "Die Chats, ihre Antworten, alle Aufzeichnungen dazu und die öffentlichen Links werden endgültig gelöscht. Antworten, die gerade geschrieben werden, werden angehalten. Die verbundenen Konten werden aus dem Tool Router entfernt. Was in Bitbucket getan wurde, bleibt getan.",
    open: "Konto löschen …",
    ask: "Das Konto löschen?",
    forGood: "Das lässt sich nicht rückgängig machen.",
    password: "Passwort",
    confirm: "Konto löschen",
    done: "Das Konto ist gelöscht",
    leave: "Verlassen",
    forgotten:
      "Nichts davon wird aufbewahrt, und der Tool Router hat die verbundenen Konten vergessen.",
    toForget:
      "Nichts davon wird aufbewahrt. Der Tool Router war gerade nicht erreichbar: Die verbundenen Konten werden dort gelöscht, sobald es geht. Bis dahin lässt sich der Zugriff auch beim Anbieter zurücknehmen.",
  },
};
