import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { user, userSession } from "../database/schema.ts";

/** Seconds until a signed-in browser has to sign in again. */
export const sessionLifetime = 30 * 24 * 60 * 60;

/** The signed-in person, as everything behind the guard knows them. */
export type CurrentUser = { id: string; name: string; kind: "guest" | "member" };

/** Opens a session for a user and answers its id, which the cookie will carry. */
export async function openSession(userId: string): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + sessionLifetime * 1000);
  await (await database()).insert(userSession).values({ id, userId, expiresAt });
  return id;
}

/** The user of a session that is still open, or null. */
export async function readSession(sessionId: string): Promise<CurrentUser | null> {
  const [row] = await (await database())
    .select({ id: user.id, name: user.name, kind: user.kind })
    .from(userSession)
    .innerJoin(user, eq(user.id, userSession.userId))
    .where(and(eq(userSession.id, sessionId), gt(userSession.expiresAt, new Date())));
  return row ?? null;
}

/** Ends a session at once: every copy of its cookie is dead. */
export async function closeSession(sessionId: string): Promise<void> {
  await (await database()).delete(userSession).where(eq(userSession.id, sessionId));
}
