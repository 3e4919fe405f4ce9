import type { Attachment } from "@/lib/shared/attachment";

/** What a person can do about the versions of a chat. */
export type VersionActions = {
  /** Sends another version of a message of theirs. Resolves to whether the server has it. */
  edit: (messageId: string, text: string, attachments: readonly Attachment[]) => Promise<boolean>;
  /** Has a message of theirs answered once more. */
  answerAgain: (messageId: string) => void;
  /** Goes over to the version with this message. */
  show: (messageId: string) => void;
};
