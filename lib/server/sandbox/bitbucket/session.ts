import { type GitLocation, locateGit } from "./git/location";
import type { Account } from "./store/account-schema";
import type { GitOperation } from "./store/git-operation";
import { gitDirectory } from "./store/paths";
import type { Repository } from "./store/repository-schema";
import type { OpenWorld } from "./store/world";
import type { WorldDocument } from "./store/world-schema";

/** What a tool works with during one call. It may change the document freely: only a call that succeeds is kept. */
export type ToolSession = {
  document: WorldDocument;
  viewer: Account;
  at: Date;
  /** The same moment, ISO 8601. */
  now: string;
  git(repository: Repository): GitLocation;
  /** Changes git together with the document, once the call has succeeded. */
  promise(operation: GitOperation): void;
  promised: readonly GitOperation[];
};

export function startSession(world: OpenWorld, viewer: Account, at: Date): ToolSession {
  const promised: GitOperation[] = [];
  return {
    document: world.document,
    viewer,
    at,
    now: at.toISOString(),
    git: ({ workspace, slug }) => locateGit(gitDirectory(world.folder, workspace, slug)),
    promise: (operation) => promised.push(operation),
    promised,
  };
}
