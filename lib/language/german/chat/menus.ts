import type { Words } from "../../words";

export const menus: Words["chat"]["menus"] = {
  skipToChat: "Zum Chat springen",
  guest: "Gast",
  signingOut: "Wird abgemeldet",
  connections: "Verbindungen",
  shares: "Geteilte Chats",
  actions: "Aktionen",
  usage: "Verbrauch",
  permissions: "Berechtigungen",
  tools: "Werkzeuge",
  administration: "Verwaltung",
  settings: "Einstellungen",
  shortcuts: "Tastenkürzel",
  signOut: "Abmelden",
};

export const account: Words["chat"]["account"] = {
  nameless: "Konto ohne Namen",
  connectAnother: "Weiteres Konto verbinden",
  reconnect: "Auf der Seite „Verbindungen“ neu verbinden",
  worksAs: (toolkit, name) => `Arbeitet in ${toolkit} als ${name}. Ändern`,
  signedOut: (toolkit, name) => `Arbeitet in ${toolkit} als ${name}, das abgemeldet ist. Ändern`,
  as: "als",
};

export const missing: Words["chat"]["missing"] = {
  title: "Diesen Chat gibt es nicht",
  text: "Vielleicht wurde er gelöscht, oder er gehört jemand anderem.",
  startNew: "Neuen Chat beginnen",
};

export const exported: Words["chat"]["exported"] = { you: "Ich" };
