import "server-only";
import { sql } from "drizzle-orm";
import type { ToolkitSwitches } from "@/lib/shared/api";
import type { Database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { offeredToolkits } from "../policy/in-force.ts";
import { say } from "../say.ts";
import { isOwnChat } from "./own-chat.ts";

/** Which of the toolkits that may be used are on in a chat. Only what is off is stored: a toolkit that is added later is on. */
export async function switchesOf(off: readonly string[]): Promise<ToolkitSwitches> {
  const offered = await offeredToolkits();
  return Object.fromEntries(offered.map((toolkit) => [toolkit, !off.includes(toolkit)]));
}

/** @throws BranchlineError `invalid_request` for a toolkit that this installation does not have. */
export function checkSwitches(switches: ToolkitSwitches): void {
  const { toolkits } = environment();
  const unknown = Object.keys(switches).find((toolkit) => !toolkits.includes(toolkit));
  if (unknown) throw new BranchlineError("invalid_request", say("noSuchToolkit", unknown));
}

/** Switches toolkits of a chat on and off; those that are not named stay as they are. */
export async function switchToolkits(
  storage: Database,
  { userId, chatId }: { userId: string; chatId: string },
  switches: ToolkitSwitches,
): Promise<void> {
  const named = Object.keys(switches);
  const off = named.filter((toolkit) => !switches[toolkit]);
  // One statement, so that of two tabs that switch different toolkits both are heard.
  const others = named.reduce(
    (rest, toolkit) => sql`(${rest}) - ${toolkit}::text`,
    sql`${chat.toolkitsOff}`,
  );
  await storage
    .update(chat)
    .set({ toolkitsOff: sql`${others} || ${JSON.stringify(off)}::jsonb` })
    .where(isOwnChat(userId, chatId));
}
