import type { Attachment } from "@/lib/shared/attachment";
import { draftFilesName } from "../drafts";
import { readLocalList, writeLocalList } from "../local-text";
import { isAttachment } from "./is-attachment";

/** The files of a draft; the server has them, this browser knows which. */
export const readStoredFiles = (draftKey: string): Attachment[] =>
  readLocalList(draftFilesName(draftKey), isAttachment);

export const writeStoredFiles = (draftKey: string, files: readonly Attachment[]): void =>
  writeLocalList(draftFilesName(draftKey), files);
