import { mkdir } from "node:fs/promises";
import { gitDirectory } from "../store/paths";
import type { Repository } from "../store/repository-schema";
import { writeDocument } from "../store/world";
import type { Snippet, WorldDocument } from "../store/world-schema";
import { seedContent } from "./content";
import type { SeedRepository, SeedSnippet } from "./content-types";
import { seedUuid } from "./identifiers";
import { daysBefore } from "./moments";
import { people } from "./people";
import { seedIssues, seedThread } from "./seed-issues";
import { seedPullRequests } from "./seed-pull-requests";
import { writeGit } from "./write-git";
import type { WrittenHistory } from "./write-history";

/** Writes a whole world, as a visitor finds it, into an empty folder. The same moment gives the same world. */
export async function buildTemplate(folder: string, now: Date): Promise<void> {
  let lastCommentId = 41_200;
  const nextCommentId = () => ++lastCommentId;
  await mkdir(folder, { recursive: true });
  const written = await Promise.all(
    seedContent.repositories.map(async (seed) => ({
      seed,
      history: await writeGit(gitDirectory(folder, seed.workspace, seed.slug), seed, now),
    })),
  );
  const repositories = written.map(({ seed, history }) =>
    storeRepository(seed, history, now, nextCommentId),
  );
  const snippets = seedContent.snippets.map((seed) => storeSnippet(seed, now, nextCommentId));
  const document: WorldDocument = {
    format: 1,
    accounts: Object.values(people),
    workspaces: seedContent.workspaces,
    repositories,
    snippets,
    lastCommentId,
    changeLog: [],
    pendingOperations: [],
  };
  await writeDocument(folder, document);
}

function storeRepository(
  seed: SeedRepository,
  history: WrittenHistory,
  now: Date,
  nextCommentId: () => number,
): Repository {
  const { workspace, slug, name, description, language, projectKey, issueTracker } = seed;
  const moments = [...history.branches.values()].map(({ at }) => at).sort();
  const labels = (names: readonly string[] = []) =>
    names.map((label, index) => ({ id: index + 1, name: label }));
  return {
    uuid: seedUuid(`repository ${workspace}/${slug}`),
    workspace,
    slug,
    name,
    description,
    language,
    isPrivate: seed.isPrivate,
    forkPolicy: seed.isPrivate ? "no_public_forks" : "allow_forks",
    hasWiki: false,
    issueTracker,
    projectKey,
    createdOn: daysBefore(now, seed.span[0] + 1),
    updatedOn: moments.at(-1) ?? now.toISOString(),
    mainBranch: seed.mainBranch,
    permissions: seed.permissions.map(({ who, permission }) => ({
      account: people[who].uuid,
      permission,
    })),
    components: labels(seed.components),
    milestones: labels(seed.milestones),
    versions: labels(seed.versions),
    lastIssueId: seed.issues.length,
    issues: seedIssues(seed.issues, now, nextCommentId),
    lastPullRequestId: Math.max(0, ...seed.pullRequests.map(({ id }) => id)),
    pullRequests: seedPullRequests(seed, history, now, nextCommentId),
  };
}

function storeSnippet(seed: SeedSnippet, now: Date, nextCommentId: () => number): Snippet {
  const { id, workspace, title, isPrivate, by, files } = seed;
  const creator = people[by].uuid;
  const thread = seedThread(seed, now, nextCommentId);
  return { id, workspace, title, isPrivate, creator, files: [...files], ...thread };
}
