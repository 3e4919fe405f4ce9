import type { router as english } from "../../english/errors/router";

export const router: typeof english = {
  routerUnreachable: "Der Tool Router ist nicht erreichbar.",
  routerSilent: "Der Tool Router hat nicht rechtzeitig geantwortet.",
  routerCut: "Die Verbindung zum Tool Router ist abgebrochen, bevor seine Antwort vollständig war.",
  routerUnreadable: "Die Antwort des Tool Routers ist nicht lesbar.",
  toolAnswerTooLarge: (megabytes) =>
    `Die Antwort des Werkzeugs war größer als ${megabytes.toLocaleString("de")} MB.`,
  routerAnswerTooLarge: (megabytes) =>
    `Die Antwort des Tool Routers war größer als ${megabytes.toLocaleString("de")} MB.`,
  notARouter: "Unter der Adresse des Tool Routers antwortet etwas, das kein Tool Router ist.",
  routerKeyRefused: "Der Tool Router hat den Schlüssel dieser Installation abgelehnt.",
  sessionGone: "Der Tool Router kennt diese Sitzung nicht mehr.",
  routerLimits: "Der Tool Router begrenzt gerade die Anfragen.",
  toolGone: (tool) => `Der Tool Router bietet ${tool} nicht mehr an.`,
  toolChanged: (tool) =>
    `${tool} hat sich geändert, seit es zum ersten Mal gesehen wurde, und wurde deshalb nicht benutzt.`,
  toolChangedAgain: "Dieses Werkzeug hat sich seit dem Ansehen noch einmal geändert.",
  routerSaid: (said) => `Antwort des Tool Routers: ${said}`,
  routerFailed: (status) => `Der Tool Router hat mit einem Fehler geantwortet (${status}).`,
  noAuthConfig:
    "Der Tool Router kann sich dort nicht anmelden: Es ist keine Auth-Konfiguration dafür angelegt.",
  foreignEndpoint: "Der Tool Router hat eine Adresse auf einem anderen Host genannt.",
  foreignSignIn: "Der Tool Router hat eine Anmeldeadresse auf einem unbekannten Host gesendet.",
  connectionFinished: "Diese Verbindung ist schon abgeschlossen.",
  toolkitNotHere: (toolkit) => `${toolkit} gehört nicht zu den Toolkits dieser Installation.`,
  noSuchToolkit: (toolkit) => `Das Toolkit „${toolkit}“ gibt es hier nicht.`,
};
