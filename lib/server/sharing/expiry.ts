import "server-only";
import { gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ShareDays } from "@/lib/shared/sharing/choices";
import { share } from "../database/schema.ts";

/** By the database's clock, which all instances share. */
export const notExpired = or(isNull(share.expiresAt), gt(share.expiresAt, sql`now()`)) as SQL;

/** When a link ends that is given so many days from now. */
export const endAfter = (days: ShareDays): SQL | null =>
  days === null ? null : sql`now() + make_interval(days => ${days})`;
