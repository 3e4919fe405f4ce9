import type { Commit } from "../git/commits";
import type { Repository } from "../store/repository-schema";
import type { WorldDocument } from "../store/world-schema";
import { viewAccount } from "./account-view";
import { apiLink, siteLink, timestamp } from "./links";
import { rendered } from "./rendered";
import { fullName, viewRepositoryBriefly } from "./repository-view";

export function viewCommit(document: WorldDocument, repository: Repository, commit: Commit) {
  const account = document.accounts.find(({ email }) => email === commit.author.email);
  return {
    ...viewCommitBriefly(repository, commit.hash),
    date: timestamp(commit.date),
    message: commit.message,
    summary: rendered(commit.message.trimEnd()),
    author: {
      type: "author",
      raw: `${commit.author.name} <${commit.author.email}>`,
      ...(account ? { user: viewAccount(account) } : {}),
    },
    parents: commit.parents.map((hash) => viewCommitBriefly(repository, hash)),
    repository: viewRepositoryBriefly(repository),
  };
}

export function viewCommitBriefly(repository: Repository, hash: string) {
  const name = fullName(repository);
  return {
    type: "commit",
    hash,
    links: {
      self: apiLink(`repositories/${name}/commit/${hash}`),
      html: siteLink(`${name}/commits/${hash}`),
    },
  };
}
