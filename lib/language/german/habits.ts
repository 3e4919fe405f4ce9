import type { Words } from "../words";

export const habits: Words["habits"] = {
  appearance: "Darstellung",
  theme: {
    title: "Farben",
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
    kept: "Gilt in diesem Browser. Geteilte Seiten richten sich nach dem System derer, die sie lesen.",
  },
  shortcuts: {
    title: "Tastenkürzel",
    on: "Tastenkürzel sind an",
    asTheyCame: "Zurücksetzen",
    kept: "Gilt in diesem Browser. Tasten, die etwas schreiben, tun beim Schreiben sonst nichts.",
    change: "Ändern",
    changeOf: (does) => `Ändern: Tasten für „${does}“`,
    off: "Aus",
    offOf: (does) => `Aus: keine Tasten für „${does}“`,
    reset: "Standard",
    resetOf: (does) => `Standard: Tasten für „${does}“ wie am Anfang`,
    press: "Tasten drücken…",
    pressFor: (does) => `Tasten drücken… für „${does}“, oder Escape, um sie zu lassen`,
    byBrowser: (keys) => `${keys} behalten Browser für sich.`,
    byPage: (keys) =>
      `${keys} wird gebraucht, um Seiten zu bedienen. Zusammen mit anderen Tasten geht es.`,
    byOther: (keys, does) =>
      `${keys} gehört zu „${does}“. Erst dort ändern oder andere Tasten drücken.`,
    does: {
      message: "Nachricht schreiben",
      "new-chat": "Neuer Chat",
      search: "Chats durchsuchen",
      stop: "Antwort anhalten",
      edit: "Letzte eigene Nachricht bearbeiten",
      approve: "Ja sagen",
      deny: "Nein sagen",
      "next-time": "Wieder fragen oder nicht",
      list: "Diese Tastenkürzel zeigen",
    },
    whileWriting: "Während sie geschrieben wird",
    fromEmptyBox: "Pfeiltasten: im leeren Nachrichtenfeld",
    inQuestion: "In einer Frage vor einer Änderung",
  },
  notifications: {
    title: "Benachrichtigungen",
    notify: "Benachrichtigen, wenn eine Antwort fertig ist oder wartet",
    showTitle: "Titel des Chats zeigen",
    about:
      "Nur solange ein Tab offen und keiner zu sehen ist. Nie mit Worten aus einem Gespräch. Gilt in diesem Browser.",
    impossible: "Dieser Browser lässt eine Seite nicht benachrichtigen, oder nur über https.",
    refused:
      "Der Browser lässt diese Seite nicht benachrichtigen. Seine Einstellungen für diese Seite können das ändern.",
    offer:
      "Inzwischen ist hier etwas geschehen. Beim nächsten Mal benachrichtigen, wenn eine Antwort fertig ist oder wartet?",
    notNow: "Jetzt nicht",
    notifyMe: "Benachrichtigen",
    ended: "Die Antwort ist fertig",
    waiting: "Wartet auf eine Entscheidung",
  },
};
