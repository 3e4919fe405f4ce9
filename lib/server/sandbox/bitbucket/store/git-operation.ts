import { rm } from "node:fs/promises";
import { deleteRef, init, writeRef } from "isomorphic-git";
import { z } from "zod";
import { locateGit } from "../git/location";
import { exists } from "./files";
import { gitDirectory } from "./paths";

const target = { workspace: z.string(), slug: z.string() };

/** A change of a git repository, as data, so that it can be promised before it is made. */
export const gitOperationSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("create-repository"), ...target }),
  z.object({ type: z.literal("delete-repository"), ...target }),
  z.object({
    type: z.literal("set-reference"),
    ...target,
    reference: z.string(),
    hash: z.string(),
  }),
  z.object({ type: z.literal("delete-reference"), ...target, reference: z.string() }),
]);
export type GitOperation = z.infer<typeof gitOperationSchema>;

/** Makes the change. Doing it again, or finishing one that was cut short, leads to the same repository. */
export async function applyGitOperation(
  worldFolder: string,
  operation: GitOperation,
): Promise<void> {
  const folder = gitDirectory(worldFolder, operation.workspace, operation.slug);
  const location = locateGit(folder);
  switch (operation.type) {
    case "create-repository":
      // An `init` that was cut short would be taken for a finished one.
      await rm(folder, { recursive: true, force: true });
      return init({ ...location, bare: true, defaultBranch: "main" });
    case "delete-repository":
      return rm(folder, { recursive: true, force: true });
    case "set-reference":
      return writeRef({
        ...location,
        ref: operation.reference,
        value: operation.hash,
        force: true,
      });
    case "delete-reference":
      if (await exists(folder)) await deleteRef({ ...location, ref: operation.reference });
  }
}
