"use client";

import { useSyncExternalStore } from "react";
import { type AttachedFiles, noFiles } from "@/lib/client/attachments/attached-file";
import type { AttachmentStore } from "@/lib/client/attachments/attachment-store";

const nothing = () => noFiles;
const never = () => () => {};

/** The files of a draft as they stand. */
export function useAttachedFiles(store: AttachmentStore | undefined): AttachedFiles {
  return useSyncExternalStore(store?.subscribe ?? never, store?.read ?? nothing, nothing);
}
