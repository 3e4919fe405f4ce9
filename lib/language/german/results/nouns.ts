import type { Words } from "../../words";

/** @param none of them, where an adjective bends */
function noun(one: string, many: string, none = many) {
  return {
    counted: (entries: number) => `${entries} ${entries === 1 ? one : many}`,
    none: `Hier gibt es keine ${none}.`,
  };
}

export const nouns: Words["results"]["nouns"] = {
  branch: noun("Branch", "Branches"),
  changedFile: noun("geänderte Datei", "geänderte Dateien", "geänderten Dateien"),
  comment: noun("Kommentar", "Kommentare"),
  commit: noun("Commit", "Commits"),
  file: noun("Datei", "Dateien"),
  issue: noun("Issue", "Issues"),
  member: noun("Mitglied", "Mitglieder"),
  pullRequest: noun("Pull Request", "Pull Requests"),
  repository: noun("Repository", "Repositories"),
  snippet: noun("Snippet", "Snippets"),
  tag: noun("Tag", "Tags"),
  workspace: noun("Workspace", "Workspaces"),
};
