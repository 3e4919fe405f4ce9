import { join } from "node:path";

const worldPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/** What Bitbucket accepts as the slug of a workspace or repository; never `.`, `..` or anything with a separator. */
export const slugPattern = /^(?!\.{1,2}$)[a-z0-9_.-]{1,62}$/;

/** Throws when the name is not safe as one folder name: that is the caller's defect, not a visitor's. */
export function worldDirectory(directory: string, world: string): string {
  if (!worldPattern.test(world)) throw new Error("A world needs a name that is safe as a folder.");
  return join(worldsDirectory(directory), world);
}

export function worldsDirectory(directory: string): string {
  return join(directory, "worlds");
}

export function templatesDirectory(directory: string): string {
  return join(directory, "templates");
}

export function documentPath(worldFolder: string): string {
  return join(worldFolder, "world.json");
}

/** The git repository of a workspace's repository. Both slugs are checked again, whoever the caller is. */
export function gitDirectory(worldFolder: string, workspace: string, slug: string): string {
  if (!slugPattern.test(workspace) || !slugPattern.test(slug)) {
    throw new Error("A repository outside of its world was asked for.");
  }
  return join(worldFolder, workspace, slug);
}
