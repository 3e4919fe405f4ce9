import type { ActionWords } from "../../action-words";
import { labels } from "./labels";
import { verbs } from "./verbs";

const names = new Intl.ListFormat("de");

export const actions: ActionWords = {
  labelOf: (tool) => labels.get(tool),
  unknownTool: { verb: verbs.run, button: "Ausführen" },
  waiting: "wartet auf *",
  quote: (text) => `„${text}“`,
  list: (entries) => names.format(entries),
  asOrder: (effect) => effect,
  requests: {
    check: (order) => `Prüfe, ob das geklappt hat: ${order}. Nur nachsehen, nichts ändern.`,
    retry: (order) => `Noch einmal versuchen: ${order}.`,
    access: (order, place, account) =>
      `Könnte ich${account ? ` (Konto ${account})` : ""} Zugriff auf ${place} bekommen? Das ging nicht: ${order}.`,
    deleteIssue: (issue, place) => `Lösche Issue #${issue} in ${place}.`,
    deleteComment: (comment, pullRequest, place) =>
      `Lösche Kommentar ${comment} von Pull Request #${pullRequest} in ${place}.`,
  },
};
