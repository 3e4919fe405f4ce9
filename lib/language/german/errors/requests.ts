import type { requests as english, Missing, Unsaved } from "../../english/errors/requests";

const missing: Record<Missing, string> = {
  account: "Dieses Konto",
  action: "Diese Aktion",
  approval: "Diese Freigabe",
  chat: "Diesen Chat",
  connection: "Diese Verbindung",
  file: "Diese Datei",
  message: "Diese Nachricht",
  permission: "Diese Erlaubnis",
  picture: "Dieses Bild",
  project: "Dieses Projekt",
  question: "Diese Frage",
  result: "Dieses Ergebnis",
  share: "Diesen geteilten Chat",
  toolChange: "Diese Änderung eines Werkzeugs",
  webhook: "Diesen Webhook",
};

const unsaved: Record<Unsaved, string> = {
  chat: "Der Chat",
  file: "Die Datei",
  message: "Die Nachricht",
  wish: "Der Wunsch",
};

export const requests: typeof english = {
  missing: (what) => `${missing[what]} gibt es nicht.`,
  notSavedDiskFull: (what) =>
    `${unsaved[what]} wurde nicht gespeichert: Die Festplatte des Servers ist voll.`,
  notSavedNoDatabase: (what) =>
    `${unsaved[what]} wurde nicht gespeichert: Die Datenbank ist nicht erreichbar.`,
  nothingSaved: "Es wurde nichts gespeichert: Die Festplatte des Servers ist voll.",
  databaseUnreachable: "Branchline erreicht gerade seine Datenbank nicht.",
  internal: "Auf dem Server ist etwas schiefgegangen.",
  notSignedIn: "Keine Anmeldung.",
  notSigned: "Diese Nachricht ist nicht mit dem gemeinsamen Geheimnis unterschrieben oder zu alt.",
  foreignOrigin: "Diese Anfrage kam nicht von Branchline selbst.",
  tooMuchAtOnce: "Das ist zu viel auf einmal.",
  bodyNotJsonType: "Der Inhalt muss JSON sein.",
  bodyNotJson: "Der Inhalt ist kein gültiges JSON.",
  notValid: "Diese Anfrage ist nicht gültig.",
  pageMarkerNotValid: "Diese Seitenmarke ist nicht gültig.",
  noGuests: "Diese Installation nimmt keine Gäste auf.",
  addressTaken: "Zu dieser E-Mail-Adresse gibt es schon ein Konto.",
  noMatch: "Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen.",
  notYourPassword: "Das Passwort stimmt nicht.",
  pinnedAlready: (limit) => `Es sind schon ${limit} Chats angeheftet.`,
  projectsAlready: (limit) => `Es gibt schon ${limit} Projekte.`,
  answerBeingWritten: "In diesem Chat wird noch eine Antwort geschrieben.",
  limitsUnchecked:
    "Branchline kann seine Grenzwerte gerade nicht prüfen, deshalb wurde nichts getan.",
  tokensUsedUp: "Alle Token für einen Tag sind verbraucht.",
  tooManySignIns: "Das sind zu viele Anmeldeversuche.",
  tooManyAccounts: "Von diesem Anschluss aus wurden zu viele Konten angelegt.",
  tooManyMessages: "Das sind zu viele Nachrichten auf einmal.",
  tooManyAnswers: "Es werden schon mehrere Antworten geschrieben.",
  tooManyRequests: "Das sind zu viele Anfragen auf einmal.",
  searchTooLong: "Das ist zu viel für eine Suche.",
  shareHasChanged: "Die Kopie hat sich seit dem Lesen geändert.",
  chatHasChanged: "Der Chat hat sich seit dem Ansehen der Kopie geändert.",
  nothingToShare: "In diesem Chat gibt es noch nichts zu teilen.",
};
