import "server-only";
import { and, eq } from "drizzle-orm";
import type { ConnectionState } from "@/lib/shared/connection";
import type { Database } from "../../database/connection.ts";
import { connectionAttempt, run } from "../../database/schema.ts";
import { isAlive } from "../../runs/alive.ts";
import { changeAttempt, type Statuses } from "./attempts.ts";

const unsettled: Statuses = ["needed", "opened", "waiting", "failed", "expired"];

/**
 * A person chose an account that is connected already: what the chat's live run waits for is there. Links that were opened for
 * it come to nothing.
 */
export async function settleWithAccount(
  storage: Database,
  { userId, chatId, toolkit }: { userId: string; chatId: string; toolkit: string },
  account: string | undefined,
): Promise<void> {
  const attempts = await storage
    .select({ id: connectionAttempt.id })
    .from(connectionAttempt)
    .innerJoin(run, eq(run.id, connectionAttempt.runId))
    .where(
      and(
        eq(connectionAttempt.userId, userId),
        eq(connectionAttempt.toolkit, toolkit),
        eq(run.chatId, chatId),
        isAlive,
      ),
    );
  const state: ConnectionState = { status: "connected", ...(account ? { account } : {}) };
  for (const { id } of attempts) await changeAttempt(storage, id, unsettled, state);
}
