import { namePattern, type Utterance, unmark } from "./utterance";

/** A repository as a person names it: `acme/api` or just `api`. */
export type RepositoryReference = { workspace?: string; slug: string };

/** Words that stand where a name could stand and are none. */
const notNames = new Set(
  `a all an and any api's at bitbucket branch branches change changes comment comments commit commits each every everything
  file files for from here in into issue issues it its latest main master me members mine my new newest of off on one open
  our people please pr pull pull-request readme repo repos repositories repository request requests review snippet snippets
  that the their them there these this those titled to total which workspace workspaces you your called named with state
  closed merged declined show list get give fetch find see view compare what how many are there does do has have and or
  also any some current active closed merged declined resolved progress detail details full team team's order general bitbucket's markdown english`.split(
    /\s+/,
  ),
);

/** First parts of branch names that look like `workspace/repository`. */
const branchPrefixes =
  /^(?:feature|features|feat|fix|fixes|bugfix|hotfix|release|releases|chore|docs|doc|refactor|test|tests|support|user|users|task|spike|experiment|origin|refs|dependabot|renovate)$/i;

const address = /https?:\/\/(?:www\.)?bitbucket\.org\/([\w.-]+)\/([\w.-]+)/i;
const repositoryWord = "(?:repo(?:sitory)?|project)";

export function isName(word: string): boolean {
  return !notNames.has(word.toLowerCase()) && !/^\d+$/.test(word);
}

function toReference(name: string): RepositoryReference | undefined {
  const parts = name.replace(/\/$/, "").split("/");
  const [first, second] = parts;
  if (parts.length === 2 && first && second) {
    return branchPrefixes.test(first) ? undefined : { workspace: first, slug: second };
  }
  return parts.length === 1 && first && isName(first) ? { slug: first } : undefined;
}

function matchesOf(utterance: Utterance, pattern: string): string[] {
  return [...utterance.order.matchAll(new RegExp(pattern, "gi"))].flatMap((match) =>
    match[1] ? [unmark(match[1], utterance.quotations)] : [],
  );
}

function unique(references: readonly RepositoryReference[]): RepositoryReference[] {
  const seen = new Set<string>();
  return references.filter((reference) => {
    const key = `${reference.workspace ?? ""}/${reference.slug}`.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "in api" names a repository; "from develop" may as well name a branch, and counts only where nothing else does. */
const prepositions = { firm: "in|of|inside|within", loose: "for|from|on|at|to" } as const;

function afterPrepositions(utterance: Utterance, kind: keyof typeof prepositions): string[] {
  return matchesOf(
    utterance,
    String.raw`\b(?:${prepositions[kind]})\s+(?:the\s+|my\s+|our\s+)?(?:${repositoryWord}\s+)?(${namePattern})(?!\s+(?:branch|workspace|issues?\b))`,
  );
}

/** "api's branches", "which branches does api have", "the api issues". */
function owners(utterance: Utterance): string[] {
  const things =
    "(?:open\\s+|merged\\s+|closed\\s+)?(?:branches|issues|pull[ -]?requests|prs|commits|readme)";
  return [
    ...matchesOf(
      utterance,
      String.raw`\b(?:does|do|has)\s+(${namePattern})\s+(?:have|contain|got)`,
    ),
    ...matchesOf(utterance, String.raw`\b(${namePattern})(?:['’]s)?\s+${things}\b`),
  ];
}

/** After "and", these begin another order instead of naming another repository. */
const verbs =
  "add|close|comment|create|delete|list|make|merge|open|post|remove|set|show|squash|start|tell|then|update|with";

/** `api and web`, `api with web`: the names that are joined to a known one. */
function joinedTo(utterance: Utterance, name: string): string[] {
  const escaped = name.replace(/[.*+?^$()|[\]{}\\/]/g, "\\$&");
  return matchesOf(
    utterance,
    String.raw`\b${escaped}(?:\s*,)?\s*(?:,|and|or|vs\.?|versus|with)\s+(?:in\s+)?(?!(?:${verbs})\b)(${namePattern})`,
  );
}

/**
 * All repositories a message names, in its order: by address, as `workspace/name`, by "in …" or "the … repository".
 * `loose` also takes "from …" and "for …", for orders in which no branch is named that way.
 */
export function findRepositories(
  utterance: Utterance,
  reading: "firm" | "loose" = "firm",
): RepositoryReference[] {
  const fromAddress = address.exec(utterance.original);
  if (fromAddress?.[1] && fromAddress[2]) {
    return [{ workspace: fromAddress[1], slug: fromAddress[2] }];
  }
  const named = [
    ...matchesOf(
      utterance,
      String.raw`\b${repositoryWord}\s+(?:called\s+|named\s+)?(${namePattern})`,
    ),
    ...matchesOf(utterance, String.raw`\b(${namePattern})(?:'s)?\s+${repositoryWord}\b`),
  ];
  const full = matchesOf(
    utterance,
    String.raw`(?<![\w./-])([A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*[\w])(?![\w/])`,
  );
  const quoted = utterance.quotations.filter((text) => /^[\w.-]+\/[\w.-]+$/.test(text));
  const firm = [...full, ...quoted, ...named, ...afterPrepositions(utterance, "firm")];
  const usable = (names: readonly string[]) => names.flatMap((name) => toReference(name) ?? []);
  const names =
    usable(firm).length > 0 || reading === "firm"
      ? firm
      : [...afterPrepositions(utterance, "loose"), ...owners(utterance)];
  const references = usable(names.flatMap((name) => [name, ...joinedTo(utterance, name)]));
  const withWorkspace = references.filter((reference) => reference.workspace !== undefined);
  // "in acme/api" is found as a pair and again by its preposition; a pair says more than a bare name.
  return unique(withWorkspace.length > 0 ? withWorkspace : references);
}

/** The workspace a message names by "workspace acme", "the acme workspace" or "in acme". */
export function findWorkspace(utterance: Utterance): string | undefined {
  const named = [
    ...matchesOf(utterance, String.raw`\bworkspace\s+(?:called\s+|named\s+)?(${namePattern})`),
    ...matchesOf(utterance, String.raw`\b(${namePattern})(?:'s)?\s+workspace\b`),
  ];
  return named.find((name) => isName(name) && !name.includes("/"));
}
