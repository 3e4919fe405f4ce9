import "server-only";
import { archivedFilesLimit } from "@/lib/shared/archive";
import { attachmentsOf } from "@/lib/shared/attachments-of";
import type { ChatMessage } from "@/lib/shared/message";
import { readAttachments } from "../attachments/read-attachment.ts";
import type { LeavingFiles } from "./archived-parts.ts";

/** The files of some messages that fit, the oldest first. */
export async function leavingFiles(
  userId: string,
  messages: readonly Pick<ChatMessage, "parts">[],
): Promise<LeavingFiles> {
  const sizes = new Map(
    messages.flatMap((message) => attachmentsOf(message)).map(({ id, size }) => [id, size]),
  );
  let left = archivedFilesLimit;
  const fitting: string[] = [];
  for (const [id, size] of sizes) {
    if (size > left) continue;
    left -= size;
    fitting.push(id);
  }
  const found = await readAttachments(userId, fitting);
  return new Map(
    [...found].map(([id, { content }]) => [id, Buffer.from(content).toString("base64")]),
  );
}
