import "server-only";
import { asc, eq } from "drizzle-orm";
import type { CreateProject, Project, ProjectSummary, UpdateProject } from "@/lib/shared/project";
import { type Database, database } from "../database/connection.ts";
import { project } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { absentProject, isOwnProject } from "./own-project.ts";

/** Projects that one person may have: all of them are listed beside the chats. */
const projectLimit = 100;

/** Whether a user may have one more. */
export async function hasRoomForProject(storage: Database, userId: string): Promise<boolean> {
  return (await storage.$count(project, eq(project.userId, userId))) < projectLimit;
}

/** The user's projects, the first made first. */
export async function listProjects(userId: string): Promise<ProjectSummary[]> {
  return (await database())
    .select({ id: project.id, name: project.name })
    .from(project)
    .where(eq(project.userId, userId))
    .orderBy(asc(project.createdAt), asc(project.id));
}

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function readProject(userId: string, id: string): Promise<Project> {
  const [own] = await (await database())
    .select({ id: project.id, name: project.name, instructions: project.instructions })
    .from(project)
    .where(isOwnProject(userId, id));
  if (!own) throw absentProject(id);
  return own;
}

/**
 * Makes a project; the same id again is the same project.
 *
 * @throws BranchlineError `invalid_request` past the limit, `not_found` for the id of somebody else's.
 */
export async function createProject(userId: string, { id, name }: CreateProject): Promise<void> {
  const storage = await database();
  if (!(await hasRoomForProject(storage, userId)))
    throw new BranchlineError("invalid_request", say("projectsAlready", projectLimit), {
      hint: say("deleteOneProject"),
    });
  const made = await storage
    .insert(project)
    .values({ id, userId, name })
    .onConflictDoNothing()
    .returning({ id: project.id });
  if (made.length === 0) await readProject(userId, id);
}

/** Renames a project, or changes what its person wants in it. @throws BranchlineError `not_found`. */
export async function updateProject(
  userId: string,
  id: string,
  change: UpdateProject,
): Promise<void> {
  const changed = await (await database())
    .update(project)
    // A statement needs something to set.
    .set({ id, ...change })
    .where(isOwnProject(userId, id))
    .returning({ id: project.id });
  if (changed.length === 0) throw absentProject(id);
}

/** Deletes a project with its instructions; its chats stay, in no project. @throws BranchlineError `not_found`. */
export async function deleteProject(userId: string, id: string): Promise<void> {
  const deleted = await (await database())
    .delete(project)
    .where(isOwnProject(userId, id))
    .returning({ id: project.id });
  if (deleted.length === 0) throw absentProject(id);
}
