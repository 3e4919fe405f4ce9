import type { Words } from "../../words";
import { count } from "../count";

export const composer: Words["chat"]["composer"] = {
  message: "Nachricht",
  placeholder: "Was soll in Bitbucket geschehen?",
  attach: "Textdateien oder Bilder anhängen",
  send: "Senden",
  sendByKey: "Senden (Eingabetaste)",
  queue: "Nach dieser Antwort senden",
  queueByKey: "Nach dieser Antwort senden (Eingabetaste)",
  stop: "Anhalten",
  stopByKey: "Anhalten (Esc)",
  readOnly: "Nur lesen",
  readOnlyMeans: "Solange das an ist, wird in Bitbucket nichts geändert",
  offline: "Offline – weiterschreiben geht",
  length: (written, limit) => `${count(written)} von ${count(limit)} Zeichen`,
  tooLong: " – bitte kürzen oder in zwei Nachrichten teilen",
};
