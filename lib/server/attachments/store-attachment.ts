import "server-only";
import { and, eq, sum } from "drizzle-orm";
import type { Attachment } from "@/lib/shared/attachment";
import { type Database, database } from "../database/connection.ts";
import { attachment, user } from "../database/schema.ts";
import { BranchlineError, notFound, notSaved } from "../errors.ts";
import { limitsInForce } from "../policy/in-force.ts";
import { say } from "../say.ts";
import { inspectFile } from "./inspect.ts";
import { described, viewOf } from "./row.ts";

/** Until the transaction ends, nobody else can take up room of this user's. @throws BranchlineError `attachments_full` */
export async function expectRoom(
  transaction: Database,
  userId: string,
  size: number,
): Promise<void> {
  await transaction
    .select({ id: user.id })
    .from(user)
    .where(eq(user.id, userId))
    .for("no key update");
  const [kept] = await transaction
    .select({ size: sum(attachment.size).mapWith(Number) })
    .from(attachment)
    .where(eq(attachment.userId, userId));
  const { attachmentSpace } = await limitsInForce(transaction);
  if ((kept?.size ?? 0) + size > attachmentSpace)
    throw new BranchlineError("attachments_full", say("filesFull", attachmentSpace / 1_000_000));
}

/**
 * Keeps a file for its owner, to be sent with a message. The same id again is the same file: it is kept once, as it came first.
 *
 * @param name as its sender calls it
 * @throws BranchlineError `invalid_attachment`, `attachments_full`, `not_saved`, and `not_found` for an id that is somebody else's.
 */
export async function storeAttachment(
  userId: string,
  { id, name, content }: { id: string; name: string; content: Uint8Array },
): Promise<Attachment> {
  const storage = await database();
  const own = and(eq(attachment.id, id), eq(attachment.userId, userId));
  const find = async (from: Database) => {
    const [row] = await from.select(described).from(attachment).where(own);
    return row && viewOf(row);
  };
  const known = await find(storage);
  if (known) return known;
  const inspected = inspectFile(name, content);
  return storage
    .transaction(async (transaction) => {
      await expectRoom(transaction, userId, inspected.size);
      await transaction
        .insert(attachment)
        .values({ id, userId, content, ...inspected })
        .onConflictDoNothing();
      const stored = await find(transaction);
      if (!stored) throw notFound("file", { kind: "attachment", id });
      return stored;
    })
    .catch((error: unknown) => {
      throw notSaved("file", error) ?? error;
    });
}
