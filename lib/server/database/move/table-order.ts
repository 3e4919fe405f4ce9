import "server-only";
import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema.ts";

/** The names of all tables, each after those that its rows point to. */
export function tableOrder(): string[] {
  const pointsTo = new Map(
    Object.values(schema)
      .filter((entry) => is(entry, PgTable))
      .map((table) => {
        const { name, foreignKeys } = getTableConfig(table);
        const others = foreignKeys.map((key) => getTableName(key.reference().foreignTable));
        return [name, others.filter((other) => other !== name)];
      }),
  );
  const order: string[] = [];
  while (pointsTo.size > 0) {
    const [next] =
      [...pointsTo].find(([, others]) => others.every((other) => order.includes(other))) ?? [];
    if (!next)
      throw new Error(`These tables point to each other: ${[...pointsTo.keys()].join(", ")}.`);
    pointsTo.delete(next);
    order.push(next);
  }
  return order;
}
