import type { Words } from "../words";

const scopes: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "bitbucket",
    [
      "Workspaces, Repositories, Pull Requests, Issues und Snippets lesen",
      "Repositories, Branches, Pull Requests, Issues und Kommentare anlegen, ändern und löschen",
    ],
  ],
]);

export const connect: Words["connect"] = {
  headline: {
    needed: (place) => `${place} verbinden, um fortzufahren`,
    lost: (place) => `${place} neu verbinden, um fortzufahren`,
    opened: "Die Anmeldung im anderen Tab abschließen",
    waiting: (place) => `Im Tab abschließen, den ${place} geöffnet hat`,
    connected: (place) => `Mit ${place} verbunden`,
    refused: (place) => `${place} hat abgelehnt`,
    notConfigured: (place) => `${place} ist auf diesem Server nicht eingerichtet`,
    unreachable: "Der Verbindungsdienst ist nicht erreichbar",
    failed: (place) => `${place} konnte nicht verbunden werden`,
    expired: "Dieser Link gilt nicht mehr",
    declined: (place) => `Nicht jetzt: ${place} wurde nicht verbunden`,
  },
  shared: {
    connected: (place) => `${place} verbunden`,
    waiting: (place) => `Wartet, bis ${place} verbunden ist`,
    ended: (place) => `${place} wurde nicht verbunden`,
  },
  connectedAs: { before: "Verbunden als ", after: " – es geht weiter." },
  useAnotherAccount: "Anderes Konto nutzen",
  actions: {
    connect: (place) => `${place} verbinden`,
    reconnect: (place) => `${place} neu verbinden`,
    notNow: "Nicht jetzt",
    copyLink: "Link kopieren",
    checkNow: "Jetzt prüfen",
    openAgain: "Noch einmal öffnen",
    newLink: "Neuen Link holen",
  },
  signIn: {
    demo: (place) =>
      `Das ist eine Demo: Es öffnet sich eine erfundene Seite zum Zustimmen, und kein echtes Konto bei ${place} wird berührt.`,
    at: (where) => `Die Anmeldung geschieht ${where}; diese App sieht das Passwort nie.`,
    host: (host) => `bei ${host}`,
    page: (place) => `auf einer Seite von ${place}`,
  },
  scopesOf: (toolkit) => scopes.get(toolkit),
  agentMay: "Einmal verbunden, darf der Agent in deinem Namen:",
  asksHere: "Vor jeder Änderung fragt er hier nach.",
  lost: {
    yourAccount: "dem Konto",
    signedOut: (place) => ({
      beforeAccount: `${place} hat diese App von `,
      beforeTime: " abgemeldet (",
      end: ").",
    }),
    switchedOff: {
      beforeAccount: "Die Verbindung mit ",
      beforeTime: " wurde ausgeschaltet (",
      end: ").",
    },
    goesOn: "Nach der neuen Anmeldung geht es mit der Anfrage weiter.",
  },
  opened: {
    goesOn: "Nach der Anmeldung und der Rückkehr in diesem Browser geht es von selbst weiter.",
    expires: { before: "Der Link verfällt ", after: "." },
  },
  waiting:
    "Der Zugriff wurde erlaubt, aber dieser Browser ist noch nicht von dort zurückgekehrt. Geschieht das nicht innerhalb einer Minute, wird nichts verbunden und der Zugriff verworfen.",
  expired: "Nichts wurde verbunden. Ein neuer Link ist einen Klick entfernt.",
  failed: {
    notConfigured: (place) =>
      `Dort, wo dieser Server Konten verbindet, ist keine Anmeldung für ${place} eingerichtet. Die Administration kann in Composio eine Auth Config für ${place} anlegen; der Chat wartet so lange.`,
    unreachable: "Der Dienst, der Konten verbindet, antwortet nicht. Der Chat ist sicher.",
    askAdmin: "Worum die Administration zu bitten ist",
    blocked:
      "Kam die Ablehnung nicht von dir, sperrt der Workspace diese App. Dieser Text kann an die Administration des Workspace gehen:",
    copyText: "Text kopieren",
    advice: (place, permissions) => {
      const wish = `Ich möchte ${place} über Branchline nutzen, und die Anmeldung wurde abgelehnt. Bitte die App, die auf der Anmeldeseite genannt wird, für unseren Workspace zulassen.`;
      return permissions.length > 0
        ? `${wish} Sie bittet um diese Rechte: ${permissions.join("; ")}.`
        : wish;
    },
  },
};
