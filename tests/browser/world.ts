import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import git from "isomorphic-git";
import { z } from "zod";

const auditSchema = z.object({
  actions: z.array(
    z.object({ tool: z.string(), status: z.string(), decidedBy: z.string().nullable() }),
  ),
});

export async function auditTrail(page: Page) {
  const response = await page.request.get("/api/actions");
  return auditSchema.parse(await response.json()).actions;
}

/** The folder of a signed-in person's own embedded Bitbucket, found without asking it. */
export async function worldDirectory(
  page: Page,
  info: TestInfo,
  username = "jane-acme",
): Promise<string> {
  const dataDirectory = process.env[`TEST_DATA_${info.project.name}`];
  if (!dataDirectory) throw new Error("The test server's data folder is not known.");
  const decided = (await auditTrail(page)).find((action) => action.decidedBy);
  if (!decided) throw new Error("Nobody has decided anything yet, so the user's id is not known.");
  const worlds = join(dataDirectory, "sandbox", "worlds");
  const digest = createHash("sha256").update(`${decided.decidedBy}:${username}`).digest("hex");
  const world = fs.readdirSync(worlds).find((name) => digest.startsWith(name));
  if (!world) throw new Error("This person has no Bitbucket of their own yet.");
  return join(worlds, world);
}

/** Branches of a repository as git itself says. */
export async function branchesInGit(world: string, workspace: string, repository: string) {
  const gitdir = join(world, workspace, repository);
  const names = await git.listBranches({ fs, gitdir });
  const heads = await Promise.all(names.map((ref) => git.resolveRef({ fs, gitdir, ref })));
  return new Map(names.map((name, index) => [name, heads[index]]));
}
