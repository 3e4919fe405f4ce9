import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { project } from "../database/schema.ts";
import { hasRoomForProject } from "./projects.ts";

/** The id of the user's project of this name, made when there is none; null when they may have no other. */
export async function projectNamed(
  transaction: Database,
  userId: string,
  name: string,
): Promise<string | null> {
  const [known] = await transaction
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.userId, userId), eq(project.name, name)))
    .orderBy(asc(project.createdAt), asc(project.id))
    .limit(1);
  if (known) return known.id;
  if (!(await hasRoomForProject(transaction, userId))) return null;
  const id = randomUUID();
  await transaction.insert(project).values({ id, userId, name });
  return id;
}
