import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { isOwned } from "./own-chat.ts";

/** Chats that one person may pin: they are all shown at once, above the others. */
const pinLimit = 50;

/** Whether one more chat of a user's may be pinned. */
export async function hasRoomToPin(storage: Database, userId: string): Promise<boolean> {
  const pinned = and(isOwned(userId), eq(chat.shelf, "pinned"));
  return (await storage.$count(chat, pinned)) < pinLimit;
}

/** @throws BranchlineError `invalid_request` when no other chat may be pinned. */
export async function expectRoomToPin(storage: Database, userId: string): Promise<void> {
  if (!(await hasRoomToPin(storage, userId)))
    throw new BranchlineError("invalid_request", say("pinnedAlready", pinLimit), {
      hint: say("unpinOne"),
    });
}
