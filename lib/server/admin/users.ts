import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { AdminChange, AdminUser, ChangeUser } from "@/lib/shared/admin";
import { type Database, database } from "../database/connection.ts";
import { contains } from "../database/contains.ts";
import { run, user, userIdentity, userSession } from "../database/schema.ts";
import { isAfter, latestFirst, microsecondsOf, pageOf } from "../database/time-cursor.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { closeRouterClient } from "../router/pool.ts";
import { isAlive } from "../runs/alive.ts";
import { requestStop } from "../runs/stop.ts";
import { say } from "../say.ts";
import { logEntry, recordEntry } from "./entries.ts";
import { personColumns } from "./person.ts";

const pageSize = 50;
const order = { time: user.createdAt, id: user.id };

const verifiedEmail = sql<string | null>`(select min(${userIdentity.email}) from ${userIdentity}
  where ${userIdentity.userId} = ${user.id})`;
const email = sql<string | null>`coalesce(${user.email}, ${verifiedEmail})`;

const columns = {
  ...personColumns(user),
  role: user.role,
  disabledAt: user.disabledAt,
  email,
  createdAt: user.createdAt,
  lastSeenAt: user.lastSeenAt,
};

type Row = Omit<AdminUser, "disabled" | "createdAt" | "lastSeenAt"> & {
  disabledAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date | null;
};

const viewOf = ({ disabledAt, createdAt, lastSeenAt, ...rest }: Row): AdminUser => ({
  ...rest,
  disabled: disabledAt !== null,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
});

/** Whether a name or an address has all of these words in it. */
function named(text: string): SQL | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  return and(...words.map((word) => or(contains(user.name, word), contains(email, word))));
}

/**
 * The people of this installation, the newest first, 50 a page.
 *
 * @param search.text words that are all in a name or an e-mail address
 * @param search.cursor `nextCursor` of the page before
 * @throws BranchlineError `invalid_request` for a cursor of nobody's
 */
export async function listUsers({
  text = "",
  cursor,
}: {
  text?: string | undefined;
  cursor?: string | undefined;
}): Promise<{ users: AdminUser[]; nextCursor: string | null }> {
  const rows = await (await database())
    .select({ ...columns, microseconds: microsecondsOf(user.createdAt) })
    .from(user)
    .where(and(named(text), cursor ? isAfter(cursor, order) : undefined))
    .orderBy(...latestFirst(order))
    .limit(pageSize + 1);
  const { page, nextCursor } = pageOf(rows, pageSize);
  return {
    users: page.map(viewOf),
    nextCursor,
  };
}

function entryOf(change: ChangeUser): AdminChange {
  if ("role" in change) return { kind: "role", role: change.role };
  return { kind: change.disabled ? "disabled" : "enabled" };
}

/** Ends everything that is under way for a user. */
async function endAll(transaction: Database, userId: string): Promise<void> {
  await transaction.delete(userSession).where(eq(userSession.userId, userId));
  const alive = await transaction
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.userId, userId), isAlive));
  for (const { id } of alive) await requestStop(transaction, id);
}

/**
 * Gives a user another role, or shuts them out and lets them in again. Who is shut out has no session any more from that moment,
 * and what is being written for them stops.
 *
 * @throws BranchlineError `own_account` for oneself, so that there is always an administrator; `not_found`; `invalid_request` for
 *   a guest's role
 */
export async function changeUser(
  actorId: string,
  userId: string,
  change: ChangeUser,
): Promise<AdminUser> {
  if (actorId === userId) throw new BranchlineError("own_account", say("notYourself"));
  const entry = { actorId, subjectId: userId, change: entryOf(change) };
  const changed = await (await database()).transaction(async (transaction) => {
    // From here on, nobody can begin an answer for them.
    const [before] = await transaction
      .select({ kind: user.kind })
      .from(user)
      .where(eq(user.id, userId))
      .for("update");
    if (!before) throw notFound("user");
    if ("role" in change && before.kind === "guest")
      throw new BranchlineError("invalid_request", say("guestsHaveNoRole"));
    const values =
      "role" in change
        ? { role: change.role }
        : { disabledAt: change.disabled ? sql`coalesce(${user.disabledAt}, now())` : null };
    await transaction.update(user).set(values).where(eq(user.id, userId));
    if ("disabled" in change && change.disabled) await endAll(transaction, userId);
    await recordEntry(transaction, entry);
    const [after] = await transaction.select(columns).from(user).where(eq(user.id, userId));
    if (!after) throw notFound("user");
    return viewOf(after);
  });
  logEntry(entry);
  if (changed.disabled) closeRouterClient(userId);
  return changed;
}
