import type { Commit } from "../git/commits";
import { mergeStrategies } from "../git/merge";
import type { Repository } from "../store/repository-schema";
import type { WorldDocument } from "../store/world-schema";
import { viewCommit } from "./commit-view";
import { apiLink, escapePath, siteLink } from "./links";
import { fullName } from "./repository-view";

export function viewBranch(
  document: WorldDocument,
  repository: Repository,
  name: string,
  target: Commit,
) {
  const address = fullName(repository);
  return {
    type: "branch",
    name,
    target: viewCommit(document, repository, target),
    merge_strategies: [...mergeStrategies],
    default_merge_strategy: "merge_commit",
    links: {
      self: apiLink(`repositories/${address}/refs/branches/${escapePath(name)}`),
      commits: apiLink(`repositories/${address}/commits/${escapePath(name)}`),
      html: siteLink(`${address}/branch/${escapePath(name)}`),
    },
  };
}

export function viewTag(
  document: WorldDocument,
  repository: Repository,
  name: string,
  target: Commit,
) {
  const address = fullName(repository);
  return {
    type: "tag",
    name,
    target: viewCommit(document, repository, target),
    links: {
      self: apiLink(`repositories/${address}/refs/tags/${escapePath(name)}`),
      html: siteLink(`${address}/commits/tag/${escapePath(name)}`),
    },
  };
}
