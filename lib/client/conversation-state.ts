import type { MessageVersions } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import type { ChatMessage } from "@/lib/shared/message";

export type ConversationPhase =
  | { status: "idle" }
  /** The server has not said yet that it has the message; its words stay in the person's hands. */
  | { status: "sending"; messageId: string }
  /** The server has not said yet that it will have another answer written. */
  | { status: "asking-again" }
  | { status: "running" }
  | { status: "stopping" };

/** What there is before the first message of this page. */
export type EarlierMessages =
  | { status: "none" }
  | { status: "available" }
  | { status: "loading" }
  | { status: "failed"; error: ErrorView };

export type ConversationState = {
  /** Those of this page, the oldest first; among them the one that is on its way. */
  messages: ChatMessage[];
  phase: ConversationPhase;
  notice: ErrorView | null;
  earlier: EarlierMessages;
  /** By the id of a message, where there are several versions of it. */
  versions: Record<string, MessageVersions>;
};

/** What a page starts a conversation with: the server's copy at the time it was rendered. */
export type ConversationStart = {
  id: string;
  messages: ChatMessage[];
  /** There are messages before these. */
  hasEarlier: boolean;
  versions: Record<string, MessageVersions>;
  live: boolean;
};

/** What a page says about the messages before it. */
export const whatIsEarlier = (hasEarlier: boolean): EarlierMessages =>
  hasEarlier ? { status: "available" } : { status: "none" };
