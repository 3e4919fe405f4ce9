/**
 * Tools that take a `page`, so that the rest of a list can be had without the model. The others answer with a first page only,
 * whatever they are sent.
 */
const pagedTools: ReadonlySet<string> = new Set([
  "BITBUCKET_BROWSE_REPOSITORY_PATH",
  "BITBUCKET_GET_PULL_REQUEST_COMMITS",
  "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
  "BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS",
  "BITBUCKET_LIST_BRANCHES",
  "BITBUCKET_LIST_COMMITS",
  "BITBUCKET_LIST_ISSUES",
  "BITBUCKET_LIST_PULL_REQUESTS",
  "BITBUCKET_LIST_SNIPPETS",
  "BITBUCKET_LIST_TAGS",
]);

export function canBePaged(tool: string): boolean {
  return pagedTools.has(tool);
}
