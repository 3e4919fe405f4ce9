import "server-only";
import { createHash } from "node:crypto";
import type { ChatMessage } from "@/lib/shared/message";
import type { Finding } from "@/lib/shared/sharing/api";
import type { ShareChoices } from "@/lib/shared/sharing/choices";
import type { SharedDocument } from "@/lib/shared/sharing/document";
import { sharedDocumentSchema } from "@/lib/shared/sharing/document";
import { canonicalJson } from "../../policy/canonical-json.ts";
import { storable } from "../../storable.ts";
import { hideSecrets } from "../secrets/hide-secrets.ts";
import { accountNames } from "./account-names.ts";
import { chosenParts } from "./chosen-parts.ts";
import { textCleaner } from "./clean-text.ts";
import { mapTexts } from "./map-texts.ts";

/** @param now milliseconds since 1970 */
const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

export type Copy = {
  document: SharedDocument;
  /** SHA-256 of the document as canonical JSON, base64url. */
  digest: string;
  findings: Finding[];
};

/**
 * Makes the copy of a conversation that its owner chose: what was ticked, without what looks like a secret, without addresses,
 * ids and e-mail addresses, and without account names unless they were ticked.
 *
 * @param revealed ids of findings that are shown all the same
 */
export async function makeCopy(
  chat: { title: string; messages: readonly ChatMessage[] },
  { choices, revealed }: { choices: ShareChoices; revealed: readonly string[] },
): Promise<Copy> {
  const chosen: SharedDocument = {
    title: chat.title,
    copiedOn: dayOf(Date.now()),
    messages: chosenParts(chat.messages, choices),
  };
  const safe = await hideSecrets(chosen, revealed);
  const clean = textCleaner(choices.accounts ? [] : accountNames(chat.messages));
  // As it comes back from the database: the preview is the very same.
  const document = sharedDocumentSchema.parse(storable(mapTexts(safe.document, clean)));
  const digest = createHash("sha256").update(canonicalJson(document)).digest("base64url");
  return { document, digest, findings: safe.findings };
}
