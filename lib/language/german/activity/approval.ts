import type { Words } from "../../words";

export const approval: Words["activity"]["approval"] = {
  needed: (effects) => `Zustimmung nötig: ${effects.join(", ")}`,
  changesWait: (changes) => `${changes} Änderungen warten auf Antwort`,
  asAccount: (account, place) => `als ${account} · ${place}`,
  waitingForYou: "wartet auf Antwort",
  alreadyAnswered: "Schon in einem anderen Tab beantwortet.",
  doSome: (chosen, all) => `${chosen} von ${all} ausführen`,
  sending: "Wird gesendet …",
  deny: "Nicht ausführen",
  whyNot: "Warum nicht? (freiwillig)",
  whatIsSent: "Was gesendet wird",
  oneNameAtATime:
    "Zu jeder dieser Änderungen muss ein eigener Name eingetippt werden: bitte nur eine auf einmal ankreuzen.",
  typeToConfirm: { before: "Zur Bestätigung ", after: " eintippen" },
  kinds: (kinds) => `Diese ${kinds} Arten von Änderungen`,
  nextTime: (kind) => `${kind}, künftig:`,
  next: {
    ask: "Jedes Mal fragen",
    chat: "In diesem Chat nicht mehr fragen",
    always: "In keinem Chat mehr fragen",
  },
  nothingDoneYet:
    "Noch ist nichts geschehen. Bitte die Änderungen ansehen und noch einmal antworten:",
};

export const edit: Words["activity"]["edit"] = {
  start: "Bearbeiten",
  whatIsSent: "Bearbeiten, was gesendet wird",
  moreFields: (fields) => `${fields} ${fields === 1 ? "weiteres Feld" : "weitere Felder"}`,
  discard: "Änderungen verwerfen",
  notSet: "Nicht gesetzt",
  optional: "(freiwillig)",
  writtenOut: "Mit ausgeschriebenen unsichtbaren Zeichen:",
  needsNumber: "Hier muss eine Zahl stehen.",
  needsJson: 'Das ist noch kein JSON. Texte brauchen Anführungszeichen: "text".',
};
