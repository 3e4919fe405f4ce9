import type { Words } from "../../words";

export const followUps: Words["chat"]["followUps"] = {
  title: "Nächste Schritte",
  summarizeDiff: (number, place) => ({
    label: "Diff zusammenfassen",
    text: `Fasse den Diff von Pull Request #${number} in ${place} zusammen.`,
  }),
  approve: (number, place) => ({
    label: "Genehmigen",
    text: `Genehmige Pull Request #${number} in ${place}.`,
  }),
  merge: (number, place) => ({
    label: "Mergen",
    text: `Merge Pull Request #${number} in ${place}.`,
  }),
  openPullRequests: (place) => ({
    label: `Offene Pull Requests in ${place}`,
    text: `Welche Pull Requests sind in ${place} offen?`,
  }),
  otherOpenPullRequests: (place) => ({
    label: "Andere offene Pull Requests",
    text: `Welche Pull Requests sind in ${place} offen?`,
  }),
  branches: (place) => ({
    label: `Branches von ${place}`,
    text: `Liste die Branches von ${place} auf.`,
  }),
  showPullRequest: (number, place) => ({
    label: `#${number} zeigen`,
    text: `Zeige Pull Request #${number} in ${place}.`,
  }),
  createPullRequest: (branch, place) => ({
    label: "Pull Request erstellen",
    text: `Erstelle einen Pull Request für ${branch} in ${place}.`,
  }),
  openIssues: (place) => ({
    label: "Offene Issues",
    text: `Liste die offenen Issues in ${place} auf.`,
  }),
};
