import "server-only";
import { desc, eq, gte, sql } from "drizzle-orm";
import type { Person } from "@/lib/shared/admin";
import { database } from "../database/connection.ts";
import { modelUsage, user } from "../database/schema.ts";
import { firstDay, sums, type UsageSum } from "../usage/read-usage.ts";
import { personColumns } from "./person.ts";

const listedPeople = 100;

/** What each person's models used in the last 30 days (UTC), the most first; 100 people at most. */
export async function usageByPerson(): Promise<(UsageSum & { person: Person })[]> {
  const rows = await (await database())
    .select({ person: personColumns(user), ...sums })
    .from(modelUsage)
    .innerJoin(user, eq(user.id, modelUsage.userId))
    .where(gte(modelUsage.createdAt, firstDay))
    .groupBy(user.id)
    .orderBy(desc(sql`sum(${modelUsage.input} + ${modelUsage.output})`), user.id)
    .limit(listedPeople);
  return rows;
}
