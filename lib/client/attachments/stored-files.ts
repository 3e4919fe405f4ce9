import { z } from "zod";
import { type Attachment, attachmentSchema } from "@/lib/shared/attachment";
import { draftFilesName } from "../drafts";
import { readLocalText, writeLocalText } from "../local-text";

const storedSchema = z.array(attachmentSchema);

/** The files of a draft; the server has them, this browser knows which. */
export function readStoredFiles(draftKey: string): Attachment[] {
  try {
    return storedSchema.parse(JSON.parse(readLocalText(draftFilesName(draftKey)) || "[]"));
  } catch {
    // Somebody else wrote there, or another version of this page did.
    return [];
  }
}

export function writeStoredFiles(draftKey: string, files: readonly Attachment[]): void {
  writeLocalText(draftFilesName(draftKey), files.length === 0 ? "" : JSON.stringify(files));
}
