import type { Words } from "../../words";
import { count } from "../count";

export const messages: Words["chat"]["messages"] = {
  formula: "Formel",
  copyTex: "TeX kopieren",
  diagram: "Schaubild",
  notDrawn: "Dieses Schaubild kann hier nicht gezeichnet werden.",
  you: "Du",
  thinking: "Denkt nach",
  thoughts: "Gedanken",
  working: "Arbeitet",
  retry: {
    soon: "Gleich noch einmal",
    in: (wait) => `Noch einmal in ${wait}`,
    now: "Noch einmal …",
  },
  copy: "Kopieren",
  code: "Quelltext",
  tableOf: (columns) => (columns.length > 0 ? `Tabelle mit ${columns.join(", ")}` : "Eine Tabelle"),
  finished: "Die Antwort ist fertig",
  tokens: (number) => `${count(number)} Token`,
  usage: (input, cached, output) =>
    `${count(input)} gelesen, davon ${count(cached)} aus dem Cache; ${count(output)} geschrieben`,
};

export const outcomes: Words["chat"]["outcomes"] = {
  stopped: "Angehalten",
  limit: (steps) => `Nach ${steps} ${steps === 1 ? "Schritt" : "Schritten"} angehalten.`,
  interrupted: "Der Server ist währenddessen neu gestartet.",
  goOn: "Fortsetzen",
  goOnRequest: "Mach weiter",
};

export const notices: Words["chat"]["notices"] = {
  resumed: "Hier ist der Server neu gestartet; die Antwort geht weiter.",
  copied: "Aus einer geteilten Unterhaltung kopiert. Die eigene beginnt hier.",
  modelWithdrawn: (withdrawn, model) =>
    `${withdrawn} wird nicht mehr angeboten. Ab hier antwortet ${model}.`,
  shortened: (messages) =>
    messages === 1
      ? "1 ältere Nachricht passt nicht mehr in das, was das Modell lesen kann."
      : `${count(messages)} ältere Nachrichten passen nicht mehr in das, was das Modell lesen kann.`,
};
