import "server-only";
import { createHash } from "node:crypto";
import type { Finding } from "@/lib/shared/sharing/api";
import type { SharedDocument } from "@/lib/shared/sharing/document";
import { mapTexts } from "../copy/map-texts.ts";
import { findSecrets, type Secret } from "./find-secrets.ts";

/** What stands in a copy where a secret was. */
const mark = "[hidden: looks like a secret]";

/** Characters of a secret that its owner is shown, to know it again. */
const excerptLength = 4;

type Place = { text: string; start: number };

/** All texts of a copy in one, each behind the name under which it stands: `aws_secret_access_key` makes a text suspicious. */
function joinTexts(document: SharedDocument): { whole: string; places: Place[] } {
  const places: Place[] = [];
  const pieces: string[] = [];
  let length = 0;
  mapTexts(document, (text, key) => {
    const lead = key ? `${key} = ` : "";
    places.push({ text, start: length + lead.length });
    const piece = `${lead}${text}\n\n`;
    pieces.push(piece);
    length += piece.length;
    return text;
  });
  return { whole: pieces.join(""), places };
}

const idOf = (value: string) => createHash("sha256").update(value).digest("hex").slice(0, 32);

function descriptionOf(
  kind: string,
  value: string,
): Omit<Finding, "id" | "occurrences" | "hidden"> {
  const length = value.length.toLocaleString("en");
  return { kind, excerpt: `${value.slice(0, excerptLength)}… (${length} characters)` };
}

/** A text without the secrets in it, from the last to the first. @param offset of the text in the whole */
function without(text: string, secrets: readonly Secret[], offset: number): string {
  return secrets.reduceRight((rest, { start, end }) => {
    const from = Math.max(0, start - offset);
    return `${rest.slice(0, from)}${mark}${rest.slice(Math.max(from, end - offset))}`;
  }, text);
}

/**
 * A copy without what looks like a secret, and a list of that.
 *
 * @param revealed ids of findings that stay, because their owner says that they are none
 */
export async function hideSecrets(
  document: SharedDocument,
  revealed: readonly string[],
): Promise<{ document: SharedDocument; findings: Finding[] }> {
  const { whole, places } = joinTexts(document);
  const findings = new Map<string, Finding>();
  const toHide: Secret[] = [];
  for (const secret of await findSecrets(whole)) {
    const value = whole.slice(secret.start, secret.end);
    const id = idOf(value);
    const known = findings.get(id);
    const hidden = !revealed.includes(id);
    if (known) known.occurrences += 1;
    else findings.set(id, { id, ...descriptionOf(secret.kind, value), occurrences: 1, hidden });
    if (hidden) toHide.push(secret);
  }
  let next = 0;
  let first = 0;
  const safe = mapTexts(document, (text) => {
    const start = places[next]?.start ?? 0;
    next += 1;
    const end = start + text.length;
    while ((toHide[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first += 1;
    const inside: Secret[] = [];
    for (let place = first; (toHide[place]?.start ?? end) < end; place += 1) {
      const secret = toHide[place];
      if (secret) inside.push(secret);
    }
    return without(text, inside, start);
  });
  return { document: safe, findings: [...findings.values()] };
}
