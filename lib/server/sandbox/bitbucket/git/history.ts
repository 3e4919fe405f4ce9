import { type Commit, requireCommit } from "./commits";
import type { GitLocation } from "./location";

/** Commits reachable from a tip and from none of the excluded ones; newest first, children before parents. */
export async function readHistory(
  location: GitLocation,
  tip: string,
  excluded: readonly string[] = [],
): Promise<Commit[]> {
  const hidden = new Set((await walk(location, excluded, new Set())).map((commit) => commit.hash));
  const commits = await walk(location, [tip], hidden);
  return order(commits);
}

async function walk(
  location: GitLocation,
  tips: readonly string[],
  hidden: ReadonlySet<string>,
): Promise<Commit[]> {
  const found = new Map<string, Commit>();
  const pending = [...tips];
  for (let hash = pending.pop(); hash !== undefined; hash = pending.pop()) {
    if (found.has(hash) || hidden.has(hash)) continue;
    const commit = await requireCommit(location, hash);
    found.set(hash, commit);
    pending.push(...commit.parents);
  }
  return [...found.values()];
}

function order(commits: readonly Commit[]): Commit[] {
  const waiting = new Map(commits.map((commit) => [commit.hash, commit]));
  const children = new Map<string, number>();
  for (const commit of commits) {
    for (const parent of commit.parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  const ready = commits.filter((commit) => !children.has(commit.hash));
  const ordered: Commit[] = [];
  for (;;) {
    ready.sort((left, right) => left.date.localeCompare(right.date));
    const next = ready.pop();
    if (!next) return ordered;
    ordered.push(next);
    for (const parent of next.parents) {
      const left = (children.get(parent) ?? 0) - 1;
      children.set(parent, left);
      const commit = waiting.get(parent);
      if (left === 0 && commit) ready.push(commit);
    }
  }
}
