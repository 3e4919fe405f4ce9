import type { failures as english } from "../english/failures";

export const failures: typeof english = {
  unexpectedStatus: (status) =>
    `Der Server hat eine Antwort gegeben, die Branchline nicht versteht (${status}).`,
  unexpectedAnswer: "Der Server hat eine Antwort gegeben, die diese Seite nicht versteht.",
  unexpectedOutcome: (status) => `Der Server hat anders geantwortet als erwartet (${status}).`,
  branchlineUnreachable: "Branchline ist nicht erreichbar.",
  answerNotSent: "Der Server ist nicht erreichbar. Die Antwort wurde nicht gesendet.",
  partMissing: "Ein Teil dieser Seite konnte nicht geholt werden.",
  pageFailed: "Auf dieser Seite ist etwas schiefgegangen.",
  settledElsewhere: "Das wurde in einem anderen Tab erledigt.",
  nextPageUnreadable: "Die nächste Seite ist da, aber nichts darauf ist lesbar.",
  chatTooLarge: "Dieser Chat ist zu groß: höchstens 16 MB.",
  chatNotJson: "Das ist kein Chat: Es ist kein JSON.",
  hintInAMoment: "Gleich noch einmal versuchen.",
  hintCheckConnection: "Verbindung prüfen und erneut versuchen.",
  hintNothingLost: "Verbindung prüfen und erneut versuchen. Nichts Geschriebenes geht verloren.",
  hintPageTooOld: "Seite neu laden: Sie ist vielleicht älter als der Server.",
  hintTryOrReload:
    "Verbindung prüfen und erneut versuchen. Wenn das nicht hilft, die Seite neu laden: Sie ist vielleicht älter als der Server.",
  hintReload: "Neu laden und erneut versuchen.",
  hintReloadToSee: "Seite neu laden, um den Stand zu sehen.",
  writeMessage: "Erst eine Nachricht schreiben.",
  messageTooLong: (limit) =>
    `Eine Nachricht darf höchstens ${limit.toLocaleString("de")} Zeichen haben. Kürzen oder auf zwei verteilen.`,
  enterEmail: "Eine E-Mail-Adresse eingeben, etwa jane@example.com.",
  tenCharacters: "Mindestens 10 Zeichen verwenden.",
  twoHundredCharacters: "Höchstens 200 Zeichen verwenden.",
  enterName: "Einen Namen eingeben.",
  projectNameMissing: "Ein Projekt braucht eine Bezeichnung.",
  projectNameTooLong: "Eine Bezeichnung darf höchstens 100 Zeichen haben.",
  instructionsTooLong: (limit) =>
    `Anweisungen dürfen höchstens ${limit.toLocaleString("de")} Zeichen haben.`,
  titleMissing: "Ein Titel braucht mindestens ein Wort.",
  titleTooLong: "Ein Titel darf höchstens 200 Zeichen haben.",
};
