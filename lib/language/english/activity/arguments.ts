/** Names that say less to a person than to a machine. */
const names: ReadonlyMap<string, string> = new Map([
  ["encoded_id", "Snippet"],
  ["issue_id", "Issue"],
  ["pull_request_id", "Pull request"],
  ["q", "Query"],
  ["repo_slug", "Repository"],
  ["target_hash", "Target commit"],
]);

/** What is sent, by name, and what takes its place. */
export const sent = {
  /** Undefined where the name says it itself. */
  nameOf: (argument: string) => names.get(argument),
  none: "none",
  empty: "empty",
  yes: "Yes",
  no: "No",
  noArguments: "No arguments.",
  longText: "A long text",
  lineByLine: "What changes, line by line",
  lineBefore: "Before: ",
  lineNow: "Now: ",
  before: "before: ",
  now: ", now: ",
};
