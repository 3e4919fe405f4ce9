import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Role } from "@/lib/shared/admin";
import { database } from "../database/connection.ts";
import { user, userSession } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { log } from "../log.ts";
import { say } from "../say.ts";

/** The signed-in person, as everything behind the guard knows them. */
export type CurrentUser = { id: string; name: string; kind: "guest" | "member"; role: Role };

export type OpenSession = { id: string; user: CurrentUser };

const daySeconds = 24 * 60 * 60;

/** Hours by which a session's end has to have moved before that is written down. */
const slackHours = 1;

/** Seconds until a signed-in browser has to sign in again, however much it is used. */
export const sessionLifetime = () => environment().sessions.maximum * daySeconds;

/** When a session that is used now ends. By the database's clock, which all instances share. */
function endOfUse() {
  const { idle, maximum } = environment().sessions;
  return sql`least(now() + make_interval(days => ${idle}), ${userSession.createdAt} + make_interval(days => ${maximum}))`;
}

/** Notes that a user is here. @returns whether they may be */
async function noteSeen(userId: string): Promise<boolean> {
  const seen = await (await database())
    .update(user)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(user.id, userId), isNull(user.disabledAt)))
    .returning({ id: user.id });
  return seen.length > 0;
}

/**
 * Opens a session for a user and answers its id, which the cookie will carry.
 *
 * @throws BranchlineError `account_disabled` for a user whom an administrator shuts out
 */
export async function openSession(userId: string): Promise<string> {
  if (!(await noteSeen(userId))) throw new BranchlineError("account_disabled", say("disabled"));
  const storage = await database();
  // Gone for good, so that no clock that is set back revives them.
  await storage.delete(userSession).where(lte(userSession.expiresAt, sql`now()`));
  const { idle, maximum } = environment().sessions;
  const [opened] = await storage
    .insert(userSession)
    .values({
      id: randomUUID(),
      userId,
      expiresAt: sql`now() + make_interval(days => ${Math.min(idle, maximum)})`,
    })
    .returning({ id: userSession.id });
  if (!opened) throw new Error("The session was not stored.");
  return opened.id;
}

/** The session of that id if it is open, or null. Its idle limit begins anew. */
export async function readSession(id: string): Promise<OpenSession | null> {
  const storage = await database();
  const [row] = await storage
    .select({
      user: { id: user.id, name: user.name, kind: user.kind, role: user.role },
      open: sql<boolean>`${userSession.expiresAt} > now()`,
      moved: sql<boolean>`${userSession.expiresAt} + make_interval(hours => ${slackHours}) < ${endOfUse()}`,
    })
    .from(userSession)
    .innerJoin(user, and(eq(user.id, userSession.userId), isNull(user.disabledAt)))
    .where(eq(userSession.id, id));
  if (!row) return null;
  if (!row.open) {
    await closeSession(id);
    return null;
  }
  if (row.moved) {
    await storage
      .update(userSession)
      .set({ expiresAt: endOfUse() })
      .where(and(eq(userSession.id, id), gt(userSession.expiresAt, sql`now()`)))
      .then(() => noteSeen(row.user.id))
      // A database that cannot write leaves the session with its earlier end, and people with what they can read.
      .catch((error) => log.error("session.not_prolonged", error));
  }
  return { id, user: row.user };
}

/** Which of these sessions are open. */
export async function openAmong(ids: readonly string[]): Promise<Set<string>> {
  const rows = await (await database())
    .select({ id: userSession.id })
    .from(userSession)
    .where(and(inArray(userSession.id, [...ids]), gt(userSession.expiresAt, sql`now()`)));
  return new Set(rows.map(({ id }) => id));
}

/** Ends a session at once: every copy of its cookie is dead. */
export async function closeSession(id: string): Promise<void> {
  await (await database()).delete(userSession).where(eq(userSession.id, id));
}

/** Ends every session of a user at once. */
export async function closeSessionsOf(userId: string): Promise<void> {
  await (await database()).delete(userSession).where(eq(userSession.userId, userId));
}
