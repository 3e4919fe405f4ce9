import { countEntries } from "@/components/results/schema/paged";
import { unwrapKey, unwrapResult } from "@/components/results/schema/unwrap";
import type { ActionWords, ToolLabel } from "@/lib/language/action-words";
import type { ActionView } from "@/lib/shared/action";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { toolkitName } from "./toolkit-name";

/** `name`: a slug, a branch, a path, a number. `words`: ours. `title`: a sentence somebody wrote, also in quotation marks. */
export type Fact =
  | { kind: "name" | "words"; text: string }
  | { kind: "title"; text: string; quoted: string };
export type Facts = ReadonlyMap<string, Fact>;

/** All of an action that it is described by. */
export type DescribedAction = Pick<ActionView, "tool" | "toolkit" | "arguments" | "state">;

type Source = { arguments: Record<string, unknown>; result: unknown };

function lookUp(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split(".")) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.entries(current).find(([name]) => name === key)?.[1];
  }
  return current;
}

const bracedId = /^\{.*\}$/;

/** A text or number at the first path that has one; ids in braces are no names. */
function findText(value: unknown, ...paths: string[]): string | undefined {
  for (const path of paths) {
    const found = lookUp(value, path);
    const text = typeof found === "number" ? String(found) : found;
    if (typeof text === "string" && text.trim() !== "" && !bracedId.test(text)) return text;
  }
  return undefined;
}

function repositoryName({ arguments: sent, result }: Source): string | undefined {
  const slug = findText(sent, "repo_slug", "repository");
  const workspace = findText(sent, "workspace");
  if (slug) return workspace && !slug.includes("/") ? `${workspace}/${slug}` : slug;
  return findText(
    result,
    "full_name",
    "destination.repository.full_name",
    "repository.full_name",
    "target.repository.full_name",
  );
}

/** Pull requests and issues have a title; a comment, whose id is no number of theirs, has none. */
function resultNumber(result: unknown): string | undefined {
  return findText(result, "title") ? findText(result, "id") : undefined;
}

function shortReference(reference: string | undefined): string | undefined {
  return reference && /^[0-9a-f]{40}$/i.test(reference) ? reference.slice(0, 7) : reference;
}

function numbered(number: string | undefined): string | undefined {
  return number && `#${number}`;
}

const names: Record<string, (source: Source) => string | undefined> = {
  repository: repositoryName,
  workspace: ({ arguments: sent }) => findText(sent, "workspace"),
  name: ({ arguments: sent, result }) =>
    findText(sent, "name", "branch_name", "branch") ?? findText(result, "name"),
  source: ({ arguments: sent, result }) =>
    findText(sent, "source_branch") ?? findText(result, "source.branch.name"),
  destination: ({ arguments: sent, result }) =>
    findText(sent, "destination_branch") ?? findText(result, "destination.branch.name"),
  pullRequest: ({ arguments: sent, result }) =>
    numbered(findText(sent, "pull_request_id") ?? resultNumber(result)),
  issue: ({ arguments: sent, result }) =>
    numbered(findText(sent, "issue_id") ?? resultNumber(result)),
  snippet: ({ arguments: sent, result }) => findText(sent, "encoded_id") ?? findText(result, "id"),
  path: ({ arguments: sent, result }) => findText(sent, "path") ?? findText(result, "path"),
  commit: ({ arguments: sent, result }) =>
    shortReference(findText(sent, "commit") ?? findText(result, "commit")),
};

const longestTitle = 80;

function titleOf({ arguments: sent, result }: Source): string | undefined {
  const title = findText(sent, "title") ?? findText(result, "title");
  return title && shortTitle(title);
}

function shortTitle(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle)}…`;
}

const filterStates = /^(open|merged|declined|superseded|new|closed|resolved)$/i;

/** `pull requests`, `12 open pull requests`, `the first 10 branches`, `no issues`. */
function countedThings(
  { things }: ToolLabel,
  { arguments: sent, result }: Source,
): string | undefined {
  const filter = findText(sent, "state");
  const state = filter && filterStates.test(filter) ? filter : undefined;
  return things?.(state, countEntries(result));
}

function connectedToolkits(sent: Record<string, unknown>, words: ActionWords): string | undefined {
  const { toolkits, toolkit } = sent;
  const entries = Array.isArray(toolkits) ? toolkits : [toolkit];
  const slugs = entries.flatMap((entry) => {
    const slug = typeof entry === "string" ? entry : findText(entry, "name", "toolkit", "slug");
    return slug ? [toolkitName(slug)] : [];
  });
  return slugs.length > 0 ? words.list(slugs) : undefined;
}

/** `BITBUCKET_FOO_BAR` of the toolkit `bitbucket` becomes `Foo bar (bitbucket)`. */
function humanizeSlug(tool: string, toolkit: string): string {
  const prefix = `${toolkit}_`.toUpperCase();
  const name = tool.toUpperCase().startsWith(prefix) ? tool.slice(prefix.length) : tool;
  const words = name.replace(/_+/g, " ").trim().toLowerCase() || tool;
  const capitalized = words.charAt(0).toUpperCase() + words.slice(1);
  return toolkit === "" ? capitalized : `${capitalized} (${toolkit})`;
}

/**
 * What is known about an action, by the names the labels use: from what was sent, and where that is absent (on a shared
 * page) from what came back. Hidden characters are written out.
 */
export function collectFacts(action: DescribedAction, label: ToolLabel, words: ActionWords): Facts {
  const result =
    action.state.status === "succeeded"
      ? unwrapKey("pull_request")(unwrapResult(action.state.result))
      : undefined;
  const source: Source = { arguments: action.arguments, result };
  const facts = new Map<string, Fact>();
  const add = (name: string, kind: "name" | "words", text: string | undefined) => {
    if (text !== undefined) facts.set(name, { kind, text: revealHiddenCharacters(text) });
  };
  for (const [name, find] of Object.entries(names)) add(name, "name", find(source));
  const subject = action.state.status === "approval" ? action.state.subject : undefined;
  const title = subject === undefined ? titleOf(source) : shortTitle(subject);
  if (title !== undefined) {
    const text = revealHiddenCharacters(title);
    facts.set("title", { kind: "title", text, quoted: words.quote(text) });
  }
  add("things", "words", countedThings(label, source));
  add("toolkit", "words", connectedToolkits(action.arguments, words));
  add("place", "words", toolkitName(action.toolkit));
  add("slug", "words", humanizeSlug(action.tool, action.toolkit));
  return facts;
}
