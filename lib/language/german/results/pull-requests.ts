import type { Words } from "../../words";

const names = new Intl.ListFormat("de");

export const pullRequests: Words["results"]["pullRequests"] = {
  title: (number) => `Pull Request #${number}`,
  untitled: "Ohne Titel",
  into: "nach",
  reviewers: "Reviewer",
  review: "Bewertung",
  states: {
    OPEN: "Offen",
    MERGED: "Gemergt",
    DECLINED: "Abgelehnt",
    SUPERSEDED: "Ersetzt",
    DRAFT: "Entwurf",
  },
  verdicts: {
    approved: "hat genehmigt",
    changes_requested: "verlangt Änderungen",
    none: "hat nicht geantwortet",
  },
  comments: {
    counted: (number) => `${number} ${number === 1 ? "Kommentar" : "Kommentare"}`,
    many: "Kommentare",
  },
  tasks: {
    counted: (number) => `${number} ${number === 1 ? "Aufgabe" : "Aufgaben"}`,
    many: "Aufgaben",
  },
  merge: {
    stillDraft: "noch ein Entwurf",
    changesRequestedBy: (people) => `Änderungen verlangt von ${names.format(people)}`,
    openTasks: (tasks) => `${tasks} offene ${tasks === 1 ? "Aufgabe" : "Aufgaben"}`,
    waitingFor: (people) => `wartet auf ${names.format(people)}`,
    approvedBy: (people) => `genehmigt von ${names.format(people)}`,
    noApproval: "noch keine Genehmigung",
    noChangesRequested: "keine Änderungen verlangt",
    blocked: "Noch nicht bereit zum Mergen",
    waiting: "Im Review",
    clear: "Review fertig",
    sourceCloses: "Der Quell-Branch wird beim Mergen geschlossen.",
    merged: "Gemergt",
    declined: "Abgelehnt",
    by: " von ",
    as: " als ",
  },
};
