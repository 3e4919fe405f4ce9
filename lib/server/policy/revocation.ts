import "server-only";
import { eq } from "drizzle-orm";
import type { ChatMode } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { errorViewOf } from "../../language/sentence.ts";
import type { Database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { say } from "../say.ts";
import type { ActionRow } from "./actions.ts";
import { stillAllowed } from "./permissions.ts";
import { readOnlyError } from "./rule.ts";
import { readSwitchedOff, switchedOffError } from "./switched-off.ts";

const takenBackError = errorViewOf("permission_taken_back", say("takenBack"), say("askToBeAsked"));

/** A chat's mode, which stays as it is until the transaction ends; null when the chat is gone. */
export async function holdMode(transaction: Database, chatId: string): Promise<ChatMode | null> {
  const [row] = await transaction
    .select({ mode: chat.mode })
    .from(chat)
    .where(eq(chat.id, chatId))
    .for("share");
  return row?.mode ?? null;
}

/** Why a queued action may not begin any more, or null: its person has the last word until the moment it is sent. */
export async function revocationOf(
  transaction: Database,
  row: ActionRow,
): Promise<ErrorView | null> {
  const { toolClass, permissionId, chatId } = row;
  const off = switchedOffError(row, await readSwitchedOff(chatId, transaction));
  if (off) return off;
  if (toolClass === "read") return null;
  if ((await holdMode(transaction, chatId)) === "read-only") return readOnlyError;
  if (permissionId && !(await stillAllowed(transaction, permissionId))) return takenBackError;
  return null;
}
