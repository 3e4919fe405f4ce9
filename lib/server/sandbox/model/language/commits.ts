import { findRepositories, type RepositoryReference } from "./repository";
import { says, type Utterance } from "./utterance";

export type ListCommitsIntent = { kind: "list-commits"; repositories: RepositoryReference[] };

export function readListCommits(utterance: Utterance): ListCommitsIntent | undefined {
  if (!says(utterance, /\bcommits?\b|\bhistory\b|\bwhat (?:has )?changed\b/i)) return undefined;
  return { kind: "list-commits", repositories: findRepositories(utterance, "loose") };
}
