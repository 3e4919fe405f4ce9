import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { previewShareSchema, SharePreview } from "@/lib/shared/sharing/api";
import { sharedDocumentSchema } from "@/lib/shared/sharing/document";
import { database } from "../database/connection.ts";
import { share } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { compareCopies } from "./copy/changes.ts";
import { makeCopy } from "./copy/make-copy.ts";
import { readOwnChat } from "./own-chat.ts";
import { type Reader, renderCopy } from "./page/render-copy.ts";

type Compared = { version: number; document: unknown };

async function readCompared(userId: string, chatId: string, shareId: string): Promise<Compared> {
  const [row] = await (await database())
    .select({ version: share.version, document: share.document })
    .from(share)
    .where(and(eq(share.id, shareId), eq(share.userId, userId), eq(share.chatId, chatId)));
  if (!row) throw notFound("share", { kind: "share", id: shareId });
  return row;
}

/**
 * What readers would get, without making it: the page itself, what looks like a secret in it, and – for the update of a share –
 * what would become public by it. Makes nothing.
 *
 * @param reader whose page it is
 * @throws BranchlineError `not_found`
 */
export async function previewShare(
  userId: string,
  chatId: string,
  { share: shareId, image, ...chosen }: z.output<typeof previewShareSchema>,
  reader: Reader,
): Promise<SharePreview> {
  const chat = await readOwnChat(userId, chatId);
  const compared = shareId === undefined ? null : await readCompared(userId, chatId, shareId);
  const { document, digest, findings } = await makeCopy(chat, chosen);
  const version = (compared?.version ?? 0) + 1;
  const before = sharedDocumentSchema.safeParse(compared?.document);
  const nothing = { title: "", copiedOn: document.copiedOn, messages: [] };
  return {
    html: await renderCopy({ document, digest, version, image }, reader),
    digest,
    findings,
    changes: compared ? compareCopies(before.success ? before.data : nothing, document) : null,
  };
}
