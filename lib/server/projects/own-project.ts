import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { project } from "../database/schema.ts";
import { notFound } from "../errors.ts";

export const isOwnProject = (userId: string, id: string) =>
  and(eq(project.id, id), eq(project.userId, userId));

export const absentProject = (id: string) => notFound("project", { kind: "project", id });

/**
 * Holds a project until the end of the transaction: a chat that is put into it finds it there.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's
 */
export async function expectOwnProject(
  transaction: Database,
  userId: string,
  id: string,
): Promise<void> {
  const rows = await transaction
    .select({ id: project.id })
    .from(project)
    .where(isOwnProject(userId, id))
    .for("share");
  if (rows.length === 0) throw absentProject(id);
}
