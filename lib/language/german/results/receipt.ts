import type { Words } from "../../words";

export const receipt: Words["results"]["receipt"] = {
  commentPosted: "Kommentiert",
  created: "Angelegt",
  updated: "Geändert",
  deleted: "Gelöscht",
  merged: "Gemergt",
  approved: "Genehmigt",
  declined: "Abgelehnt",
  done: "Erledigt",
  as: "als",
  undo: "Rückgängig machen",
  undoBy: (request) => `Rückgängig machen: ${request}`,
  openInBitbucket: "In Bitbucket öffnen",
};
