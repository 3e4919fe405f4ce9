import "server-only";
import { randomUUID } from "node:crypto";
import type { AdminChange } from "@/lib/shared/admin";
import type { Database } from "../database/connection.ts";
import { adminEntry } from "../database/schema.ts";
import { log } from "../log.ts";

type Entry = { actorId: string | null; subjectId: string | null; change: AdminChange };

/** Writes down what an administrator does, in the transaction that does it; {@link logEntry} comes when that has ended. */
export async function recordEntry(transaction: Database, entry: Entry): Promise<void> {
  await transaction.insert(adminEntry).values({ id: randomUUID(), ...entry });
}

/** Has the log tell what an administrator has done. */
export function logEntry({ actorId, subjectId, change }: Entry): void {
  log.info(`admin.${change.kind}`, {
    actor: actorId ?? undefined,
    subject: subjectId ?? undefined,
  });
}
