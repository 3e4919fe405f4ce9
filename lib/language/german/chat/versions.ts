import type { Words } from "../../words";
import { count } from "../count";

export const versions: Words["chat"]["versions"] = {
  edit: "Bearbeiten",
  answerAgain: "Noch einmal antworten",
  yourMessage: "Die eigene Nachricht bearbeiten",
  tooLong: (limit) => `Eine Nachricht darf ${count(limit)} Zeichen haben.`,
  staysInItsVersion: "Was danach kam, bleibt in seiner eigenen Fassung.",
  send: "Senden",
  before: "Vorige Fassung",
  next: "Nächste Fassung",
  version: "Fassung ",
  place: (version, all) => `${version} von ${all}`,
  changed: (versions) =>
    versions.length > 1
      ? `Die Fassungen ${versions.join(", ")} haben Dinge geändert, die noch gelten`
      : `Fassung ${versions.join("")} hat etwas geändert, das noch gilt`,
};
