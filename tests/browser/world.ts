import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { expect, type Page, type TestInfo } from "@playwright/test";
import git from "isomorphic-git";
import { readChangeLog } from "@/lib/server/sandbox/bitbucket/store/read-change-log";
import { auditTrail } from "./api";

/** The embedded services' folder of a project's test server. */
export function sandboxDirectory(info: TestInfo): string {
  const dataDirectory = process.env[`TEST_DATA_${info.project.name}`];
  if (!dataDirectory) throw new Error("The test server's data folder is not known.");
  return join(dataDirectory, "sandbox");
}

/** A signed-in person's own embedded Bitbucket, found on disk without asking it. */
export async function openWorld(page: Page, directory: string, username = "jane-acme") {
  const decided = (await auditTrail(page)).find((entry) => entry.decidedBy);
  if (!decided) throw new Error("Nobody has decided anything yet, so the user's id is not known.");
  const digest = createHash("sha256").update(`${decided.decidedBy}:${username}`).digest("hex");
  const world = fs.readdirSync(join(directory, "worlds")).find((name) => digest.startsWith(name));
  if (!world) throw new Error("This person has no Bitbucket of their own yet.");
  const gitdir = (repository: string) => join(directory, "worlds", world, repository);

  return {
    changeLog: () => readChangeLog({ directory, world }),
    hasRepository: (repository: string) => fs.existsSync(gitdir(repository)),

    /** Branches of `workspace/repository` with their hashes, as git itself says. */
    async branches(repository: string): Promise<Map<string, string>> {
      const names = await git.listBranches({ fs, gitdir: gitdir(repository) });
      const heads = names.map(
        async (ref): Promise<[string, string]> => [
          ref,
          await git.resolveRef({ fs, gitdir: gitdir(repository), ref }),
        ],
      );
      return new Map(await Promise.all(heads));
    },

    /** A file's text at the head of main. */
    async file(repository: string, filepath: string): Promise<string> {
      const oid = await git.resolveRef({ fs, gitdir: gitdir(repository), ref: "main" });
      const { blob } = await git.readBlob({ fs, gitdir: gitdir(repository), oid, filepath });
      return new TextDecoder().decode(blob);
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** What the embedded Bitbucket says it changed is what the audit trail says was done: no more, no less. */
export async function expectAudited(page: Page, world: World): Promise<void> {
  const done = (await auditTrail(page)).filter(
    ({ decision, status }) =>
      (decision === "approved" || decision === "allowed") && status === "succeeded",
  );
  const logged = (await world.changeLog()).map(({ slug, arguments: sent }) => [slug, sent]);
  const audited = done.map(({ tool, arguments: sent }) => [tool, sent]);
  const sorted = (entries: unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();
  expect(sorted(logged)).toEqual(sorted(audited));
}
