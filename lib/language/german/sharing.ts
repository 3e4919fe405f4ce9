import type { Words } from "../words";
import { count } from "./count";

const kinds: Record<string, string> = {
  Password: "Passwort",
  "Password in an address": "Passwort in einer Adresse",
  "Password of a database": "Passwort einer Datenbank",
  "Private key": "Privater Schlüssel",
  "Bitbucket app password": "Bitbucket-App-Passwort",
  "JSON web token": "JSON-Web-Token",
};

/** „GitHub token“ wird „GitHub-Token“, „AWS key“ „AWS-Schlüssel“. */
const germanKind = (kind: string) =>
  kinds[kind] ?? kind.replace(/ (?:API )?key$/, "-Schlüssel").replace(/ (?:API )?token$/, "-Token");

export const sharing: Words["sharing"] = {
  title: "Diesen Chat teilen",
  means:
    "Wer den Link öffnet, bekommt eine Kopie von dem, was hier ausgewählt ist, und sonst nichts.",
  makeAnother: "Weiteren Link anlegen",
  linksOfChat: "Links dieses Chats",
  who: "Wer",
  audiences: {
    me: { label: "Nur ich", hint: "Um ihn anderswo anzusehen", told: "Nur für mich" },
    "signed-in": {
      label: "Alle hier Angemeldeten",
      hint: "Mit dem Link und einem Konto",
      told: "Für alle hier Angemeldeten",
    },
    link: { label: "Alle mit dem Link", hint: "Ohne Anmeldung", told: "Für alle mit dem Link" },
  },
  what: "Was",
  parts: {
    answers: "Fragen und Antworten",
    cards: "Ergebniskarten",
    sent: "Was an Werkzeuge ging",
    results: "Rohe Ergebnisse",
    accounts: "Kontonamen",
    reasoning: "Überlegungen",
  },
  picture: "Vorschaubild mit dem Titel, für andere Websites",
  never: "Niemals: Links, E-Mail-Adressen, Kennungen, Token, und was erlaubt oder abgelehnt wurde.",
  until: "Bis",
  asItIs: "Wie bisher",
  days: (days) => (days === 1 ? "1 Tag" : `${days} Tage`),
  noEnd: "Ohne Ende",
  copyFrom: (time) => `Das ist eine Kopie von ${time} Uhr.`,
  laterStaysPrivate: "Spätere Nachrichten bleiben privat.",
  preview: "Vorschau",
  loadingPreview: "Vorschau wird geladen",
  whatReadersGet: "Was andere zu sehen bekommen",
  create: "Link anlegen",
  update: "Kopie erneuern",
  changes: {
    title: "Was sich durch das Erneuern ändert",
    none: "Das alles ist schon zu sehen.",
    added: "Neu zu sehen",
    removed: "Nicht mehr zu sehen",
    kinds: {
      title: "Titel",
      question: "Frage",
      answer: "Antwort",
      reasoning: "Überlegung",
      action: "Aktion",
      card: "Ergebniskarte",
      sent: "Was gesendet wurde",
      raw: "Rohes Ergebnis",
    },
  },
  findings: {
    kind: germanKind,
    summary: (found, hidden) => {
      const things =
        found === 1
          ? "1 Stelle sieht wie ein Geheimnis aus"
          : `${found} Stellen sehen wie Geheimnisse aus`;
      if (hidden === found) return `${things} – verborgen`;
      return hidden === 0 ? `${things} – sichtbar` : `${things} – ${hidden} verborgen`;
    },
    times: (number) => `${number}-mal`,
    reveal: "Zeigen: Es ist kein Geheimnis",
  },
  row: {
    link: "Link",
    copyLink: "Link kopieren",
    qrCode: "QR-Code",
    qrCodeOfLink: "QR-Code des Links",
    stop: "Nicht mehr teilen",
    copiedAt: "Kopie:",
    views: (number) => (number === 1 ? "1 Aufruf" : `${count(number)} Aufrufe`),
    noEnd: "ohne Ende",
    ends: "endet",
    ended: "endete",
  },
  mine: {
    title: "Geteilte Chats",
    means:
      "Kopien der Chats, die andere lesen können. Was nicht mehr geteilt wird, ist sofort weg; was jemand daraus übernommen hat, bleibt dort.",
    links: "Links",
    loading: "Geteilte Chats werden geladen",
    none: "Es wird nichts geteilt.",
    stopAll: "Nichts mehr teilen",
    askStopAll: "Nichts mehr teilen?",
    stopAllMeans: "Alle Links auf dieser Seite enden sofort. Keiner davon lässt sich zurückholen.",
  },
  continue: {
    pageTitle: "Geteilten Chat fortsetzen",
    title: "Im eigenen Konto fortsetzen",
    changedTitle: "Die Kopie hat sich geändert",
    changed: "Sie wurde seit dem Lesen erneuert.",
    back: "Zurück zur Kopie",
    lookAgain: "Noch einmal ansehen",
    here: "Hier fortsetzen",
    means: {
      before: "„",
      after:
        "“ wird zu einem eigenen Chat mit dem, was die Seite zeigt. Wer geteilt hat, sieht nicht, was daraus wird, und hier ist nicht zu sehen, was dort noch kommt.",
    },
  },
};
