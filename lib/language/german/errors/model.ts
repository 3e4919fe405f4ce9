import type { model as english } from "../../english/errors/model";
import { exactly } from "./spans";

export const model: typeof english = {
  modelDeclined: "Das Modell hat es abgelehnt, darauf zu antworten.",
  answerTooLong: "Die Antwort hat die größte erlaubte Länge erreicht.",
  modelConnectionBroke: "Die Verbindung zum Modell ist abgebrochen.",
  modelKeyRefused: "Der Anbieter des Modells hat den Schlüssel dieser Installation abgelehnt.",
  modelUnknown: "Der Anbieter des Modells kennt dieses Modell oder diese Adresse nicht.",
  modelLimits: "Der Anbieter des Modells begrenzt gerade die Anfragen.",
  modelNotNow: (status) => `Der Anbieter des Modells konnte jetzt nicht antworten (${status}).`,
  modelRefused: (status) => `Der Anbieter des Modells hat die Anfrage abgelehnt (${status}).`,
  modelTroubled: (status) => `Beim Anbieter des Modells gibt es eine Störung (${status}).`,
  conversationTooLong: "Dieser Chat ist länger, als das Modell lesen kann.",
  quotaUsedUp: "Das Kontingent beim Anbieter des Modells ist aufgebraucht.",
  modelUnreachable: "Das Modell ist nicht erreichbar.",
  modelUnreadable: "Das Modell hat keine lesbare Antwort gesendet.",
  answerBrokeOff: "Die Antwort des Modells ist abgebrochen.",
  answerWithheld: "Der Anbieter des Modells hat die Antwort zurückgehalten.",
  modelNotAsked: "Das Modell konnte nicht gefragt werden.",
  modelNotOffered: "Dieses Modell wird hier nicht angeboten.",
  modelSilent: (milliseconds) => `Das Modell hat ${exactly(milliseconds)} lang nichts gesagt.`,
  modelTooSlow: (milliseconds) =>
    `Die Antwort des Modells hat länger als ${exactly(milliseconds)} gedauert.`,
  modelCallsUnreadable: "Das Modell hat seine Werkzeuge mehrmals nacheinander unlesbar aufgerufen.",
};
