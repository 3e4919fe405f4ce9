import type { Words } from "../words";

export const admin: Words["admin"] = {
  title: "Verwaltung",
  tabs: { users: "Personen", policy: "Richtlinie" },
  pages: { label: "Seiten", first: "Erste Seite", next: "Nächste Seite" },
  policy: {
    means: "Das gilt für alle, sobald es gespeichert ist, auch für das, was gerade läuft.",
    denied: "Verbotene Werkzeuge",
    deniedMeans:
      "Ein Name je Zeile; * steht für beliebige Zeichen, wie in BITBUCKET_DELETE_*. Niemand kann sie verwenden, und das Modell erfährt nichts von ihnen.",
    toolkits: "Toolkits",
    models: "Modelle",
    everything: "Alle der Installation",
    limits: "Grenzen je Person",
    limitsMean: "Leere Felder lassen die Grenze der Installation gelten.",
    limit: {
      messagesPerMinute: "Nachrichten je Minute",
      liveRuns: "Antworten zugleich",
      tokensPerDay: "Tokens in 24 Stunden",
      attachmentSpaceMb: "Megabyte an Dateien",
    },
    unlimited: "keine Grenze",
    save: "Speichern",
    saved: "Gespeichert. Es gilt ab jetzt.",
  },
  users: {
    search: "Name oder E-Mail",
    show: "Anzeigen",
    nobody: "Hier heißt niemand so.",
    table: "Die Personen dieser Installation",
    columns: {
      who: "Wer",
      role: "Rolle",
      lastSeen: "Zuletzt da",
      since: "Seit",
      actions: "Was zu tun ist",
    },
    you: "(das eigene Konto)",
    guest: "Gast",
    never: "noch nie",
    disabled: "Gesperrt",
    roles: { member: "Mitglied", admin: "Verwaltung" },
    make: { member: "Zum Mitglied machen", admin: "In die Verwaltung aufnehmen" },
    makeOf: {
      member: (name) => `${name} zum Mitglied machen`,
      admin: (name) => `${name} in die Verwaltung aufnehmen`,
    },
    enable: "Entsperren",
    enableOf: (name) => `${name} entsperren`,
    disable: "Sperren",
    disableOf: (name) => `${name} sperren`,
    disableAsk: (name) => `${name} sperren?`,
    disableMeans:
      "Alle Anmeldungen enden sofort, und was gerade geschrieben wird, hört auf. Alles Eigene bleibt und ist nach dem Entsperren wieder da.",
  },
};
