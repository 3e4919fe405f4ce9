/** What a list holds. */
function noun(one: string, many: string) {
  return {
    counted: (entries: number) => `${entries} ${entries === 1 ? one : many}`,
    none: `No ${many} here.`,
  };
}

export const nouns = {
  branch: noun("branch", "branches"),
  changedFile: noun("changed file", "changed files"),
  comment: noun("comment", "comments"),
  commit: noun("commit", "commits"),
  file: noun("file", "files"),
  issue: noun("issue", "issues"),
  member: noun("member", "members"),
  pullRequest: noun("pull request", "pull requests"),
  repository: noun("repository", "repositories"),
  snippet: noun("snippet", "snippets"),
  tag: noun("tag", "tags"),
  workspace: noun("workspace", "workspaces"),
};
