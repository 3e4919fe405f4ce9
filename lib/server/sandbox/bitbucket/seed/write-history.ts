import { writeBlob, writeCommit } from "isomorphic-git";
import { requireCommit } from "../git/commits";
import type { GitLocation } from "../git/location";
import { mergeCommits } from "../git/merge";
import { readAllFiles, readContent } from "../git/trees";
import type { SeedRepository, SeedStep } from "./content-types";
import { spreadMoments } from "./moments";
import { people } from "./people";
import { type KnownTrees, writeTrees } from "./write-trees";

/** A branch at one moment: its commit and its files (path → hash of the content). */
type Snapshot = { hash: string; at: string; files: ReadonlyMap<string, string> };

type WrittenMerge = {
  hash: string;
  at: string;
  by: string;
  source: Snapshot;
  destination: Snapshot;
};

export type WrittenHistory = {
  branches: Map<string, Snapshot>;
  tags: Map<string, string>;
  /** By the number of the pull request. */
  merges: Map<number, WrittenMerge>;
};

/** Writes a seeded repository's objects, step by step, and says where its branches and tags have to point. */
export async function writeHistory(
  location: GitLocation,
  seed: SeedRepository,
  now: Date,
): Promise<WrittenHistory> {
  const written: WrittenHistory = { branches: new Map(), tags: new Map(), merges: new Map() };
  const known: KnownTrees = new Map();
  const moments = spreadMoments(now, seed.span, seed.history.length, seed.slug);
  for (const [index, step] of seed.history.entries()) {
    await writeStep({ location, seed, written, known }, step, moments[index] ?? now);
  }
  return written;
}

type Work = {
  location: GitLocation;
  seed: SeedRepository;
  written: WrittenHistory;
  known: KnownTrees;
};

async function writeStep(work: Work, step: SeedStep, at: Date): Promise<void> {
  const { location, seed, written } = work;
  switch (step.type) {
    case "commit": {
      const branch = step.on ?? seed.mainBranch;
      const parent =
        written.branches.get(branch) ?? written.branches.get(step.from ?? seed.mainBranch);
      const files = await changeFiles(location, parent?.files ?? new Map(), step);
      const { displayName: name, email } = people[step.by];
      const author = { name, email, timestamp: at.getTime() / 1_000, timezoneOffset: 0 };
      const tree = await writeTrees(location, files, work.known);
      const commit = {
        tree,
        parent: parent ? [parent.hash] : [],
        message: `${step.message}\n`,
        author,
        committer: author,
      };
      const hash = await writeCommit({ ...location, commit });
      written.branches.set(branch, { hash, at: at.toISOString(), files });
      return;
    }
    case "merge":
      return writeMerge(work, step, at);
    case "tag":
      written.tags.set(step.name, requireBranch(written, seed.mainBranch).hash);
  }
}

async function changeFiles(
  location: GitLocation,
  before: ReadonlyMap<string, string>,
  step: Extract<SeedStep, { type: "commit" }>,
): Promise<Map<string, string>> {
  const files = new Map(before);
  const write = async (path: string, text: string) =>
    files.set(path, await writeBlob({ ...location, blob: new TextEncoder().encode(text) }));
  for (const path of step.removed ?? []) {
    if (!files.delete(path)) throw new Error(`${step.message}: there is no ${path} to remove.`);
  }
  for (const [path, text] of Object.entries(step.files ?? {})) await write(path, text);
  for (const [path, [find, replacement]] of Object.entries(step.edits ?? {})) {
    const hash = files.get(path);
    const text = hash ? new TextDecoder().decode(await readContent(location, hash)) : "";
    if (!text.includes(find)) throw new Error(`${step.message}: "${find}" is not in ${path}.`);
    await write(
      path,
      text.replace(find, () => replacement),
    );
  }
  return files;
}

async function writeMerge(
  { location, seed, written }: Work,
  step: Extract<SeedStep, { type: "merge" }>,
  at: Date,
): Promise<void> {
  const into = step.into ?? seed.mainBranch;
  const source = requireBranch(written, step.source);
  const destination = requireBranch(written, into);
  const pullRequest = seed.pullRequests.find(({ id }) => id === step.pullRequest);
  const { displayName: name, email, uuid: by } = people[step.by];
  const result = await mergeCommits(location, {
    source: source.hash,
    destination: destination.hash,
    strategy: "merge_commit",
    message: `Merged in ${step.source} (pull request #${step.pullRequest})\n\n${pullRequest?.title}`,
    person: { name, email },
    at,
  });
  if (!pullRequest || result.status !== "merged") {
    throw new Error(`${seed.slug}: cannot merge ${step.source} into ${into}.`);
  }
  const { hash } = result;
  const files = await readAllFiles(location, (await requireCommit(location, hash)).tree);
  const moment = at.toISOString();
  written.branches.set(into, { hash, at: moment, files });
  written.merges.set(pullRequest.id, { hash, at: moment, by, source, destination });
  if (pullRequest.closeSourceBranch) written.branches.delete(step.source);
}

function requireBranch(written: WrittenHistory, name: string): Snapshot {
  const branch = written.branches.get(name);
  if (!branch) throw new Error(`The seed has no branch ${name} at this point.`);
  return branch;
}
