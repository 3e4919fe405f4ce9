import "server-only";
import { randomUUID } from "node:crypto";
import type { ArchivedPart } from "@/lib/shared/archive";
import type { Attachment } from "@/lib/shared/attachment";
import { inspectFile } from "../attachments/inspect.ts";
import { expectRoom } from "../attachments/store-attachment.ts";
import type { Database } from "../database/connection.ts";
import { attachment } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** The files of a chat that is brought in: checked as if they were attached here, kept with the chat. */
export class BroughtFiles {
  readonly #files: { attachment: Attachment; content: Uint8Array }[] = [];

  /** @throws BranchlineError `invalid_request`, `invalid_attachment` */
  readonly bring = (file: Extract<ArchivedPart, { type: "attachment" }>): Attachment => {
    const content = Buffer.from(file.content, "base64");
    if (content.toString("base64") !== file.content)
      throw new BranchlineError("invalid_request", say("fileNotBase64"));
    const brought = { id: randomUUID(), ...inspectFile(file.name, content) };
    this.#files.push({ attachment: brought, content });
    return brought;
  };

  /** Writes them in the transaction that has made the chat. @throws BranchlineError `attachments_full` */
  async store(transaction: Database, owner: { userId: string; chatId: string }): Promise<void> {
    if (this.#files.length === 0) return;
    const size = this.#files.reduce((sum, file) => sum + file.attachment.size, 0);
    await expectRoom(transaction, owner.userId, size);
    for (const { attachment: described, content } of this.#files)
      await transaction.insert(attachment).values({ ...described, ...owner, content });
  }
}
