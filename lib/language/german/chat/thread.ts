import type { Words } from "../../words";
import { count } from "../count";

export const thread: Words["chat"]["thread"] = {
  share: "Teilen",
  download: "Diesen Chat herunterladen",
  markdown: "Markdown, zum Lesen",
  json: "JSON, zum Wiedereinlesen",
  conversation: "Unterhaltung",
  soughtFor: "Das Gesuchte:",
  notAmongThese:
    "Die gesuchte Nachricht ist nicht unter diesen: Sie steht weiter oben oder in einer anderen Fassung dieses Chats.",
  toTheEnd: "Zum Ende",
  newAnswer: "Neue Antwort",
  jumpToPrompt: "Zu einer Anfrage springen",
  earlier: {
    available: "Frühere Nachrichten laden",
    loading: "Frühere Nachrichten werden geladen …",
    failed: "Frühere Nachrichten konnten nicht geladen werden.",
  },
  signIn: "Anmelden",
  answeredBy: (model) => `Es antwortet ${model}. Ändern`,
  toolkits: "Toolkits dieses Chats",
  whileOff: (toolkit) => `Solange das aus ist, geht nichts an ${toolkit}`,
  memoryFull: (percent) => `Das Gedächtnis des Modells für diesen Chat ist zu ${percent} % voll`,
  ofWhatCanBeRead: (percent) => `${percent} % dessen, was das Modell lesen kann`,
  memory: (used, limit) =>
    `Dieser Chat braucht etwa ${count(used)} der ${count(limit)} Token, die das Modell zu lesen bekommt. Sind sie voll, fallen die ältesten Nachrichten weg, und die Antwort sagt das.`,
  usedSoFar: (tokens, cost) =>
    `Bisher ${count(tokens)} Token verbraucht${cost === undefined ? "" : ` (${cost})`}, alle Fassungen und der Titel eingerechnet.`,
  demo: {
    both: "Demo: Modell nach Drehbuch, erfundenes Bitbucket.",
    model: "Demo: Modell nach Drehbuch. Bitbucket ist echt.",
    bitbucket: "Demo: erfundenes Bitbucket. Das Modell ist echt.",
  },
  queue: {
    title: "Wartende Nachrichten",
    sentAfter: "Wird nach dieser Antwort gesendet",
    notByItself: "Wird nicht von selbst gesendet: jetzt senden oder zurückholen",
    sendNow: "Jetzt senden",
    takeBack: "Zurückholen",
    takeBackText: (text) => `Zurückholen: ${text}`,
  },
};
