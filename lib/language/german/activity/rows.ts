import type { Words } from "../../words";
import { count } from "../count";

const names = new Intl.ListFormat("de");

export const rows: Words["activity"]["rows"] = {
  as: "als",
  whatWasSent: "Was gesendet wurde",
  rawJson: "Rohes JSON",
  rawResult: "Rohes Ergebnis",
  copy: "Kopieren",
  download: "Herunterladen",
  moreCharacters: (characters) =>
    `… ${count(characters)} weitere Zeichen: Kopieren oder Herunterladen bringt alle`,
  gotReady: (steps) => `In ${steps} Schritten vorbereitet`,
  lookedAt: (things, places) =>
    `${things === 1 ? "1 Sache" : `${things} Dinge`} in ${names.format(places)} nachgesehen`,
  editedByYou: "Vor der Zustimmung geändert",
  allowedInChat: "In diesem Chat erlaubt",
  allowedAlways: "Immer erlaubt",
  change: "Ändern",
  answeredInOtherTab: "In einem anderen Tab beantwortet",
  progress: "Fortschritt",
};

export const outcomes: Words["activity"]["outcomes"] = {
  youSaidNo: "Abgelehnt",
  answerWasNo: "Die Antwort war Nein",
  mayHaveGoneThrough: (place) => `Das hat vielleicht geklappt – bitte in ${place} nachsehen.`,
  check: "Prüfen",
  checkWhether: "Prüfen, ob das geklappt hat",
  open: (place) => `${place} öffnen`,
  reconnect: (place) => `${place} neu verbinden`,
  connect: (place) => `${place} verbinden`,
  lookAtChanges: "Änderungen ansehen",
  copyAccessRequest: "Bitte um Zugriff kopieren",
  askAgain: "Noch einmal fragen",
  causes: {
    bad_input: "Nicht angenommen",
    conflict: "Im Weg",
    no_permission: "Keine Berechtigung",
    not_connected: "Nicht verbunden",
    not_found: "Nicht gefunden",
    provider_down: "Ausgefallen",
    rate_limited: "Zu viele Anfragen",
    removed: "Entfernt",
    router_timeout: "Keine Antwort",
    router_unreachable: "Nicht erreichbar",
    signed_out: "Abgemeldet",
    tool_changed: "Werkzeug geändert",
    toolkit_off: "Ausgeschaltet",
  },
};
