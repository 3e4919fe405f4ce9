import "server-only";
import { eq, like, lt, sql } from "drizzle-orm";
import { type Database, database } from "../database/connection.ts";
import { rateLimit } from "../database/schema.ts";
import { BranchlineError, toBranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** Something that may be used so much in so many seconds. The window begins with the first use. */
export type Limit = { key: string; most: number; seconds: number };

/** A window that is open: `endsIn` is in seconds, from 1. */
export type Used = { key: string; used: number; endsIn: number };

/** Milliseconds between two looks for windows that have ended. */
const tidyInterval = 60_000;
let tidiedAt = Number.NEGATIVE_INFINITY;

const endsIn = sql<number>`greatest(1, ceil(extract(epoch from ${rateLimit.resetsAt} - now())))::int`;

/** Every instance of the server counts in the same rows; the database's clock is the one that all of them share. */
async function count(limits: readonly Limit[], amount: number): Promise<Used[]> {
  const storage = await database();
  if (performance.now() - tidiedAt > tidyInterval) {
    tidiedAt = performance.now();
    await storage.delete(rateLimit).where(lt(rateLimit.resetsAt, sql`now()`));
  }
  const rows = limits.map(({ key, seconds }) => ({
    key,
    used: amount,
    resetsAt: sql`now() + make_interval(secs => ${seconds})`,
  }));
  const ended = sql`${rateLimit.resetsAt} <= now()`;
  return (
    storage
      .insert(rateLimit)
      // In one order everywhere, so that two requests never wait for each other's rows.
      .values(rows.sort((left, right) => (left.key < right.key ? -1 : 1)))
      .onConflictDoUpdate({
        target: rateLimit.key,
        set: {
          used: sql`case when ${ended} then excluded.used else ${rateLimit.used} + excluded.used end`,
          // A clock that was set back would otherwise leave a window open for as long.
          resetsAt: sql`case when ${ended} then excluded.resets_at
            else least(${rateLimit.resetsAt}, excluded.resets_at) end`,
        },
      })
      .returning({ key: rateLimit.key, used: rateLimit.used, endsIn })
  );
}

/** Nothing is let through that could not be counted. */
function uncounted(cause: unknown): BranchlineError {
  const error = toBranchlineError(cause);
  if (error.status === 503) return error;
  return new BranchlineError("storage_unavailable", say("limitsUnchecked"), { cause });
}

/**
 * Counts a use of each limit, in one statement.
 *
 * @returns the window that keeps this use from being allowed, the one that ends last; null when it is allowed
 * @throws BranchlineError with status 503 when it could not be counted.
 */
export async function countUse(limits: readonly Limit[], amount = 1): Promise<Used | null> {
  const counted = await count(limits, amount).catch((error: unknown) => {
    throw uncounted(error);
  });
  const most = new Map(limits.map((limit) => [limit.key, limit.most]));
  const over = counted.filter(({ key, used }) => used > (most.get(key) ?? 0));
  return over.sort((left, right) => right.endsIn - left.endsIn)[0] ?? null;
}

/** The open window of a limit, or null. @throws BranchlineError with status 503 */
export async function readUsed(key: string): Promise<Used | null> {
  try {
    const [row] = await (await database())
      .select({ key: rateLimit.key, used: rateLimit.used, endsIn })
      .from(rateLimit)
      .where(sql`${rateLimit.key} = ${key} and ${rateLimit.resetsAt} > now()`);
    return row ?? null;
  } catch (error) {
    throw uncounted(error);
  }
}

/** Takes back one use, or with `all` every one: then nothing is left that says there was any. */
export async function giveBack(key: string, all: "all" | "one" = "one"): Promise<void> {
  const storage = await database();
  const counted = eq(rateLimit.key, key);
  if (all === "all") await storage.delete(rateLimit).where(counted);
  else {
    const used = sql`greatest(0, ${rateLimit.used} - 1)`;
    await storage.update(rateLimit).set({ used }).where(counted);
  }
}

/** Forgets what was counted of a user, under any of the keys that end with their id. */
export async function forgetUses(storage: Database, userId: string): Promise<void> {
  await storage.delete(rateLimit).where(like(rateLimit.key, `%:user:${userId}`));
}
