/** Bitbucket has no single "open": what is new waits for somebody just the same. */
export const openIssueStates: ReadonlySet<string> = new Set(["new", "open", "on hold"]);

export const closedIssueStates: ReadonlySet<string> = new Set([
  "resolved",
  "closed",
  "invalid",
  "duplicate",
  "wontfix",
]);
