import "server-only";
import { log } from "../log.ts";
import { sweepDeletedChats } from "./delete-chat.ts";

/** Milliseconds between two looks for chats whose time is over. */
const interval = 10_000;

/** Has deleted chats go for good: at the start, and once in a while. What cannot be deleted now goes next time. */
export async function startSweeping(): Promise<void> {
  await sweepDeletedChats().catch((error) => log.error("chats.sweep_failed", error));
  setTimeout(() => void startSweeping(), interval).unref();
}
