import type { Attachment } from "@/lib/shared/attachment";
import type { ErrorView } from "@/lib/shared/error";

/** What this page sees is wrong with a file, before it is sent. */
export type FileFlaw =
  | "empty"
  | "image-too-large"
  | "text-too-large"
  | "unreadable"
  | "unknown-kind";

/** Why a file was not attached: what this page found, or what the server said. */
export type AttachFailure =
  | { kind: "flaw"; flaw: FileFlaw }
  /** `passing`: to try again may help. */
  | { kind: "refused"; error: ErrorView; passing: boolean };

/** A file beside a message that is being written. */
export type AttachedFile =
  /** `progress` is from 0 to 1. */
  | { status: "uploading"; id: string; name: string; progress: number }
  | { status: "failed"; id: string; name: string; failure: AttachFailure }
  /** The server has it. */
  | { status: "ready"; id: string; attachment: Attachment };

/** All of them; `surplus` is how many more were chosen last than fit into a message. */
export type AttachedFiles = { files: readonly AttachedFile[]; surplus: number };

export const noFiles: AttachedFiles = { files: [], surplus: 0 };
