import type { CountThings } from "../../action-words";

/** What a list can be asked for, as an adjective without its ending. */
const stems: ReadonlyMap<string, string> = new Map([
  ["closed", "geschlossen"],
  ["declined", "abgelehnt"],
  ["merged", "gemergt"],
  ["new", "neu"],
  ["open", "offen"],
  ["resolved", "gelöst"],
  ["superseded", "ersetzt"],
]);

/** The ending of an adjective before one thing, which is always in the accusative: `1 offenen Branch`. */
const endings = { masculine: "en", feminine: "e", neuter: "es" };

/** `Pull Requests`, `12 offene Pull Requests`, `die ersten 10 Branches`, `keine Issues`. */
export function counted(one: string, many: string, gender: keyof typeof endings): CountThings {
  return (state, count) => {
    const stem = state && stems.get(state.toLowerCase());
    const adjective = (ending: string) => (stem ? `${stem}${ending} ` : "");
    if (!count) return `${adjective("e")}${many}`;
    const { shown, total, hasMore } = count;
    if (total !== undefined && total > shown)
      return `${shown} von ${total} ${adjective("en")}${many}`;
    if (hasMore && shown > 1) return `die ersten ${shown} ${adjective("en")}${many}`;
    if (shown === 0) return `keine ${adjective("en")}${many}`;
    return shown === 1
      ? `1 ${adjective(endings[gender])}${one}`
      : `${shown} ${adjective("e")}${many}`;
  };
}
