import type { Words } from "../words";

export const permissions: Words["permissions"] = {
  title: "Berechtigungen",
  means:
    "Was der Agent von selbst tut und wonach er fragt. Danach entscheidet der Server, nicht das Modell.",
  allowed: "Dauerhaft erlaubt",
  nothingAllowed: "Nichts. Vor jeder Änderung wird gefragt.",
  onlyIn: "nur in",
  everywhere: "in allen Chats",
  since: ", erlaubt:",
  takeBack: "Zurücknehmen",
  takeBackOf: (what) => `Zurücknehmen: ${what}`,
  takenBack: (what) => `Zurückgenommen. Vor „${what}“ wird wieder gefragt.`,
  rules: "Die Regeln",
  tools: (number) => `${number} Bitbucket-Werkzeuge`,
  runs: { title: "Geschieht von selbst", text: "Alles, was nur liest." },
  asks: {
    title: "Fragt, bis es erlaubt ist",
    text: "Änderungen, die sich zurücknehmen oder beheben lassen. In der Frage lässt sich wählen, nicht mehr gefragt zu werden: in diesem Chat oder überall.",
  },
  always: {
    title: "Fragt immer",
    text: "Was sich nicht zurücknehmen lässt: löschen, mergen, ablehnen, stoppen. Um ein Repository zu löschen, muss sein Name eingetippt werden.",
  },
  odd: {
    title: "Fragt immer, was auch erlaubt ist",
    text: "Ein hier unbekanntes Werkzeug, dieselbe Änderung zweimal in einer Antwort, Text, der aus einem anderen Repository stammen kann, verborgene oder irreführende Zeichen, und ein Werkzeug, das sich seit der Erlaubnis geändert hat.",
  },
  never: {
    title: "Geschieht nie",
    text: "Jede Änderung in einem Chat, in dem nur gelesen wird, und ein geändertes Werkzeug, bis jemand es auf der Seite „Werkzeuge“ annimmt.",
  },
};
