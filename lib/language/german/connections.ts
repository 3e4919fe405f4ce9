import type { Words } from "../words";

export const connections: Words["connections"] = {
  title: "Verbindungen",
  means:
    "Die Konten, mit denen Branchline für die angemeldete Person handelt. Jeder Chat arbeitet mit einem davon.",
  accounts: "Verbundene Konten",
  loading: "Konten werden geladen",
  none: "Es ist kein Konto verbunden. Jetzt eines verbinden oder warten, bis ein Chat danach fragt.",
  asksInChat: "Vor jeder Änderung fragt er im Chat.",
  connectAnother: (place) => `Weiteres ${place}-Konto verbinden`,
  reconnect: (name) => `${name} neu verbinden`,
  nameless: "Konto ohne Namen",
  forNewChats: "für neue Chats",
  added: (toolkit) => `${toolkit}, hinzugefügt:`,
  status: {
    connected: "Verbunden",
    signedOut: "Vom Anbieter abgemeldet:",
    switchedOff: "Ausgeschaltet:",
    takenBack: "Zugriff zurückgenommen:",
  },
  use: "Für neue Chats verwenden",
  chooseAccount: (name) => `${name} für neue Chats verwenden`,
  remove: "Entfernen",
  removeAccount: (name) => `${name} entfernen`,
  askRemove: (name) => `${name} entfernen?`,
  removeMeans: (place) =>
    `Branchline kann mit diesem ${place}-Konto dann nicht mehr handeln. Chats und was getan wurde bleiben. Das Konto lässt sich jederzeit wieder verbinden.`,
  workspaces: {
    asking: "Workspaces werden nachgeschlagen …",
    unknown: "Die Workspaces lassen sich gerade nicht nachschlagen.",
    label: (number) => (number === 1 ? "Workspace:" : "Workspaces:"),
    none: "keine",
  },
  attempt: {
    pageTitle: "Bitbucket verbinden",
    finishedTitle: "Hier ist nichts mehr zu tun",
    finished: "Diese Verbindung ist schon abgeschlossen. Es geht im Chat weiter.",
    asWhom: { before: "Das Konto wird mit Branchline verbunden für ", after: "." },
    signIn: (where) => `Die Anmeldung geschieht ${where}; Branchline sieht das Passwort nie.`,
    madeUpPage: "auf einer erfundenen Zustimmungsseite",
    continueTo: (place) => `Weiter zu ${place}`,
  },
  outcome: {
    pageTitle: "Bitbucket-Verbindung",
    connectedAs: (name) => `Verbunden als ${name}`,
    connectedTo: (place) => `Mit ${place} verbunden`,
    failed: (place) => `${place} wurde nicht verbunden`,
    expired: {
      title: "Dieser Link gilt nicht mehr",
      text: "Es wurde nichts verbunden. Zurückgehen und einen neuen holen.",
    },
    declined: {
      title: "Nicht verbunden",
      text: (place) => `${place} sollte jetzt nicht verbunden werden.`,
    },
    unfinished: {
      title: "Noch nicht verbunden",
      text: (place) => `Bitte in dem Tab abschließen, den ${place} zuletzt geöffnet hat.`,
    },
    notYours: {
      title: "Dieser Link ist für jemand anderen",
      text: "Er wurde für jemand anderen gemacht oder schon benutzt. Es wurde nichts verbunden.",
    },
    otherBrowser: {
      title: "In diesem Browser hat es nicht begonnen",
      text: "Es wurde nichts verbunden. Bitte neu beginnen und im selben Browser anmelden.",
    },
    otherPerson:
      "Jemand anders hat diese Verbindung begonnen, deshalb wurde nichts verbunden: Was erlaubt wurde, ist verworfen. Wer den Link geschickt hat, war vielleicht auf das Konto aus. Sicherheitshalber den Zugriff in den Einstellungen des Kontos zurücknehmen, mit dem die Anmeldung geschah.",
    chatGoesOn: "Der Chat geht von selbst weiter. Dieser Tab kann geschlossen werden.",
    askInChat: "In einem Chat um etwas bitten: Es geschieht dann mit diesem Konto.",
    toConnections: "Zu den Verbindungen",
    agentMay: "Der Agent darf im Namen des Kontos:",
  },
};
