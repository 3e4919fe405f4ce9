/** Words that say nothing about which tool is meant. */
const emptyWords = new Set(
  "a an and any are at be by can do does for from give has have i if in into is it its latest me my of off on or our please so some that the their them there this to up us want we were with you your".split(
    " ",
  ),
);

/** What people say for what the tools are named after. */
const synonyms: Record<string, readonly string[]> = {
  bug: ["issue"],
  colleague: ["member"],
  directory: ["workspace"],
  document: ["file"],
  mr: ["pull", "request"],
  organisation: ["workspace"],
  organization: ["workspace"],
  people: ["member"],
  pr: ["pull", "request"],
  readme: ["file", "readme"],
  repo: ["repository"],
  team: ["workspace", "member"],
  teammate: ["member"],
  ticket: ["issue"],
  who: ["current", "user"],
  whoami: ["current", "user"],
};

/** The verb a tool's slug begins with, for what people say. */
const verbs: Record<string, string> = {
  add: "create",
  change: "update",
  close: "update",
  comment: "create",
  create: "create",
  delete: "delete",
  destroy: "delete",
  display: "get",
  edit: "update",
  fetch: "get",
  file: "create",
  find: "list",
  get: "get",
  list: "list",
  make: "create",
  merge: "merge",
  modify: "update",
  new: "create",
  open: "create",
  post: "create",
  raise: "create",
  read: "get",
  remove: "delete",
  rename: "update",
  reopen: "update",
  retrieve: "get",
  search: "list",
  see: "get",
  set: "update",
  show: "get",
  update: "update",
  view: "get",
  what: "get",
  which: "list",
  who: "get",
  write: "create",
};

const rawWords = (text: string) => text.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? [];

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 2 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Cuts endings so that creating, created and create meet. */
function stem(word: string): string {
  const base = singular(word).replace(/(?<=.{3})(ing|ed)$/, "");
  return base.length > 3 && base.endsWith("e") ? base.slice(0, -1) : base;
}

/** The meaningful words of a text, as stems. */
export function terms(text: string): readonly string[] {
  return rawWords(text)
    .flatMap((word) => synonyms[singular(word)] ?? [word])
    .filter((word) => !emptyWords.has(word))
    .map(stem);
}

/** What a request wants done: the verb of a tool's slug; reading many things is `list`, reading one is `get`. */
export function intendedVerb(text: string): string | undefined {
  const words = rawWords(text);
  const verb = words.map((word) => verbs[word]).find((known) => known !== undefined);
  const isPlural = words.some((word) => singular(word) !== word);
  return verb === "get" && isPlural ? "list" : verb;
}

/** The verb a tool's slug stands for: getting what is named in the plural is listing it. */
export function offeredVerb(verb: string | undefined, object: readonly string[]) {
  const last = object.at(-1) ?? "";
  return verb === "get" && singular(last) !== last ? "list" : verb;
}
