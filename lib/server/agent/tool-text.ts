import "server-only";
import { removeHiddenCharacters } from "@/lib/shared/hidden-characters";

/** Characters of one text of a tool that a model gets to see. */
export const toolTextLimit = 2_048;

/**
 * A text that describes a tool as a model gets to see it: what a person would see of it, up to the limit. A person was told
 * where there was more, or where something hid in it.
 */
export function toolText(text: string): string {
  const seen = removeHiddenCharacters(text);
  if (seen.length <= toolTextLimit) return seen;
  return `${seen.slice(0, toolTextLimit).toWellFormed()} … [cut]`;
}

/** The same for every text in a tool's schema, the names of its properties included. */
export function toolSchema<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) => {
    if (typeof inner === "string") return toolText(inner);
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([name, entry]) => [removeHiddenCharacters(name), entry]),
    );
  }) as Value;
}
