import fs from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listBranches, log, resolveRef } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueKinds, issuePriorities, issueStates } from "../store/issue-schema";
import { readDocument } from "../store/world";
import type { WorldDocument } from "../store/world-schema";
import { buildTemplate } from "./build-template";
import { provideTemplate } from "./provide-template";

const now = new Date("2026-11-22T09:15:30.500Z");
let folder: string;
let document: WorldDocument;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "branchline-template-"));
  await buildTemplate(join(folder, "first"), now);
  document = await readDocument(join(folder, "first"));
});
afterAll(() => rm(folder, { recursive: true }));

const gitdirOf = (name: string, { workspace, slug }: { workspace: string; slug: string }) =>
  join(folder, name, workspace, slug);

async function tips(name: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const repository of document.repositories) {
    const gitdir = gitdirOf(name, repository);
    for (const branch of await listBranches({ fs, gitdir })) {
      found[`${repository.slug} ${branch}`] = await resolveRef({
        fs,
        gitdir,
        ref: `refs/heads/${branch}`,
      });
    }
  }
  return found;
}

test("the same moment gives the same world, to the hash", async () => {
  await buildTemplate(join(folder, "second"), now);
  expect(await readDocument(join(folder, "second"))).toEqual(document);
  expect(await tips("second")).toEqual(await tips("first"));
});

test("every repository has a history of several people, all of it in the past", async () => {
  expect(document.repositories).toHaveLength(7);
  for (const repository of document.repositories) {
    const commits = await log({ fs, gitdir: gitdirOf("first", repository), ref: "HEAD" });
    expect(commits.length).toBeGreaterThanOrEqual(7);
    expect(new Set(commits.map(({ commit }) => commit.author.email)).size).toBeGreaterThan(1);
    for (const { commit } of commits) {
      expect(commit.committer.timestamp * 1_000).toBeLessThan(now.getTime());
      expect(commit.message.trim()).not.toBe("");
    }
  }
});

test("all states, kinds and priorities occur", () => {
  const issues = document.repositories.flatMap((repository) => repository.issues);
  expect(new Set(issues.map(({ state }) => state))).toEqual(new Set(issueStates));
  expect(new Set(issues.map(({ kind }) => kind))).toEqual(new Set(issueKinds));
  expect(new Set(issues.map(({ priority }) => priority))).toEqual(new Set(issuePriorities));
  const pullRequests = document.repositories.flatMap((repository) => repository.pullRequests);
  expect(new Set(pullRequests.map(({ state }) => state))).toEqual(
    new Set(["OPEN", "MERGED", "DECLINED", "SUPERSEDED"]),
  );
  expect(new Set(document.repositories.map(({ issueTracker }) => issueTracker))).toEqual(
    new Set(["on", "off", "sunset"]),
  );
});

test("pull requests, issues and comments are numbered and dated in order", () => {
  const moment = now.toISOString();
  const commentIds: number[] = [];
  for (const { issues, pullRequests, lastIssueId, lastPullRequestId } of document.repositories) {
    expect(issues.map(({ id }) => id)).toEqual(issues.map((_, index) => index + 1));
    expect(lastIssueId).toBe(issues.length);
    expect(lastPullRequestId).toBe(pullRequests.length);
    for (const list of [issues, pullRequests]) {
      const created = list.map(({ createdOn }) => createdOn);
      expect(created).toEqual(created.toSorted());
      for (const { createdOn, updatedOn, comments } of list) {
        expect(createdOn <= updatedOn && updatedOn <= moment).toBe(true);
        for (const comment of comments) {
          expect(createdOn <= comment.createdOn && comment.createdOn <= updatedOn).toBe(true);
          commentIds.push(comment.id);
        }
      }
    }
  }
  expect(new Set(commentIds).size).toBe(commentIds.length);
});

test("an open pull request stands on branches that are there", async () => {
  const all = await tips("first");
  for (const { slug, pullRequests } of document.repositories) {
    for (const { state, sourceBranch, destinationBranch, sourceCommit } of pullRequests) {
      if (state !== "OPEN") continue;
      expect(all[`${slug} ${sourceBranch}`]).toBe(sourceCommit);
      expect(all).toHaveProperty([`${slug} ${destinationBranch}`]);
    }
  }
});

test("two builders at once end with one template, and old ones go", async () => {
  const directory = join(folder, "race");
  const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1_000);
  await provideTemplate(directory, yesterday);
  const paths = await Promise.all([
    provideTemplate(directory, now),
    provideTemplate(directory, now),
  ]);
  expect(new Set(paths).size).toBe(1);
  expect(await readdir(join(directory, "templates"))).toHaveLength(1);
  expect(await provideTemplate(directory, now)).toBe(paths[0]);
});
