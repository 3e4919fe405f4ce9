import "server-only";
import { sweepUnsent } from "../attachments/remove-attachment.ts";
import { log } from "../log.ts";
import { sweepDeletedChats } from "./delete-chat.ts";

/** Milliseconds between two looks for what is to go for good. */
const interval = 10_000;

/** Has deleted chats and files that nobody sent go for good: at the start, and once in a while. What cannot be deleted now goes next time. */
export async function startSweeping(): Promise<void> {
  await sweepDeletedChats().catch((error) => log.error("chats.sweep_failed", error));
  await sweepUnsent().catch((error) => log.error("attachments.sweep_failed", error));
  setTimeout(() => void startSweeping(), interval).unref();
}
