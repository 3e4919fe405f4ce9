import { z } from "zod";
import { accountDeletedSchema } from "@/lib/shared/account";
import {
  type ChatPage,
  chatModeSchema,
  chatSummarySchema,
  editFormSchema,
  messageVersionsSchema,
  nextPageSchema,
} from "@/lib/shared/api";
import { attachmentSchema } from "@/lib/shared/attachment";
import { accountReachSchema, connectionsSchema } from "@/lib/shared/connection";
import { errorViewSchema } from "@/lib/shared/error";
import { type ChatMessage, messageMetadataSchema } from "@/lib/shared/message";
import { policySchema } from "@/lib/shared/policy";
import { projectSummarySchema } from "@/lib/shared/project";
import { readableMessage } from "@/lib/shared/readable";
import { searchPageSchema } from "@/lib/shared/search";
import { sharePreviewSchema, shareSummarySchema } from "@/lib/shared/sharing/api";
import { sentToProviderSchema, signedInSchema } from "@/lib/shared/sign-in";
import { chatUsageSchema } from "@/lib/shared/usage";

const messageShape = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant", "system"]),
  metadata: messageMetadataSchema.optional(),
  parts: z.array(z.looseObject({ type: z.string() })),
});

const messageSchema = z
  .custom<ChatMessage>((value) => messageShape.safeParse(value).success)
  .transform(readableMessage);

const messagePageSchema = z.object({
  messages: z.array(messageSchema),
  hasEarlier: z.boolean(),
  versions: z.record(z.string(), messageVersionsSchema),
});

const chatPageSchema: z.ZodType<ChatPage> = z.object({
  chats: z.array(chatSummarySchema),
  nextCursor: z.string().nullable(),
});

/** What the server answers with, by what is asked for. Not part of the first load: {@link requestJson} fetches it. */
export const answers = {
  accountDeleted: accountDeletedSchema,
  accountReach: accountReachSchema,
  attachment: attachmentSchema,
  attempt: z.object({ path: z.string().startsWith("/connect/") }),
  /** A chat with its newest messages. `live`: a run is going on. */
  chat: messagePageSchema.extend({ title: z.string(), mode: chatModeSchema, live: z.boolean() }),
  chatPage: chatPageSchema,
  chatUsage: chatUsageSchema,
  connections: connectionsSchema,
  continuedChat: z.object({ id: z.string() }),
  editForm: editFormSchema,
  error: z.object({ error: errorViewSchema }),
  messagePage: messagePageSchema,
  nextPage: nextPageSchema,
  policy: policySchema,
  projects: z.object({ projects: z.array(projectSummarySchema) }),
  searchPage: searchPageSchema,
  sentToProvider: sentToProviderSchema,
  share: shareSummarySchema,
  sharePreview: sharePreviewSchema,
  shares: z.object({ shares: z.array(shareSummarySchema) }),
  signedIn: signedInSchema,
};

export type Answers = { [Name in keyof typeof answers]: z.output<(typeof answers)[Name]> };
