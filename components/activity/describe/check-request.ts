import type { ActionView } from "@/lib/shared/action";
import { describeEffect } from "./describe-action";
import type { Segment } from "./template";

/** A name needs no more to be recognised by, and a message has better uses for its room. */
const longestName = 200;

const plainName = /^#?[\w./~-]+$/;

/**
 * A name as a part of somebody's own message: on one line and, unless it is a plain slug, path or number, inside quotation
 * marks that it cannot close. It came from a model, and must not read as the person's words.
 */
function quoted({ kind, text }: Segment): string {
  if (kind === "words" || (kind === "name" && plainName.test(text) && text.length <= longestName))
    return text;
  const line = text.replace(/[“”]/g, "'").replace(/\s+/g, " ").trim();
  return `“${line.length > longestName ? `${line.slice(0, longestName)}…` : line}”`;
}

/** What a person sends to have it found out whether a change happened. */
export function checkRequest(action: ActionView): string {
  const effect = describeEffect(action).segments.map(quoted).join("");
  const order = effect.charAt(0).toLowerCase() + effect.slice(1);
  return `Check whether this went through: ${order}. Only look, change nothing.`;
}
