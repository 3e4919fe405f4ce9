import { findRepositories, findWorkspace, isName } from "./repository";
import { namePattern, says, type Utterance, unmark } from "./utterance";

export type SnippetIntent =
  | { kind: "list-snippets"; workspace?: string }
  | { kind: "get-snippet"; workspace?: string; id?: string }
  | { kind: "comment-on-snippet"; workspace?: string; id?: string; content?: string };

/** Snippets are named by their encoded id: "snippet kypj", "acme/kypj". */
export function readSnippet(utterance: Utterance): SnippetIntent | undefined {
  if (!says(utterance, /\bsnippets?\b/i)) return undefined;
  const named = new RegExp(
    String.raw`\bsnippet\s+(?:called\s+|with id\s+|id\s+)?(${namePattern})`,
    "i",
  ).exec(utterance.order)?.[1];
  const full = named && isName(named) ? unmark(named, utterance.quotations) : undefined;
  const [first, second] = full?.split("/") ?? [];
  const id = second ?? first;
  const workspace =
    (second ? first : undefined) ??
    findWorkspace(utterance) ??
    findRepositories(utterance, "loose").find(
      (reference) => reference.workspace === undefined && reference.slug !== id,
    )?.slug;
  const place = { ...(workspace && { workspace }), ...(id && { id }) };
  if (says(utterance, /\b(?:comment|reply)\b/i)) {
    const content = utterance.freeText ?? utterance.quotations.find((text) => text !== id);
    return { kind: "comment-on-snippet", ...place, ...(content && { content }) };
  }
  if (says(utterance, /\bsnippets\b/i) && id === undefined) {
    return { kind: "list-snippets", ...(workspace && { workspace }) };
  }
  return { kind: "get-snippet", ...place };
}
