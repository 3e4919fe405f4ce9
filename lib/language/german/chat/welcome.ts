import type { Words } from "../../words";

const pullRequests = "Welche Pull Requests sind offen?";

export const welcome: Words["chat"]["welcome"] = {
  title: "Was soll in Bitbucket geschehen?",
  promise:
    "Branchline liest und ändert Repositories, Branches, Pull Requests und Issues. Vor jeder Änderung fragt es nach.",
  connected: (account) => `Bitbucket: verbunden${account === undefined ? "" : ` als ${account}`}`,
  lost: (account) =>
    `Bitbucket hat diese App${account === undefined ? "" : ` von ${account}`} abgemeldet – bei Bedarf wird nach einer neuen Anmeldung gefragt`,
  expired: (service, account) =>
    `${service} hat diese App${account === undefined ? "" : ` von ${account}`} abgemeldet.`,
  connectAgain: "Neu verbinden",
  notConnected: "Bitbucket: noch nicht verbunden – bei Bedarf wird danach gefragt",
  unreachable: "Bitbucket: Der Verbindungsdienst ist gerade nicht erreichbar",
  looking: "Die Verbindungen werden geprüft",
  suggestions: "Vorschläge",
  whenConnected: [
    pullRequests,
    "Zeige das neueste offene Issue",
    "Hole die Readme eines Repositorys",
    "Lege einen neuen Branch von main an",
  ],
  whenNotConnected: [
    "Was kannst du?",
    "Liste meine Repositories auf",
    pullRequests,
    "Erstelle einen Pull Request für meinen Feature-Branch",
  ],
};
