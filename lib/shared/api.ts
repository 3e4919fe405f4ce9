import { z } from "zod";
import { permissionScopeSchema } from "./action";
import { complaint, complaintAbout } from "./complaints";
import { accountChoiceSchema } from "./connection";
import { saidByWarningSchema } from "./error";
import { attachmentsPerMessage, messageLengthLimit } from "./limits";
import type { ChatMessage } from "./message";

export const chatModeSchema = z.enum(["ask", "read-only"]);
/** `ask`: reads run, changes ask. `read-only`: changes are refused by the server. */
export type ChatMode = z.infer<typeof chatModeSchema>;

export const chatShelfSchema = z.enum(["list", "pinned", "archived"]);
/** Where a person keeps a chat: among the others, above them, or out of sight until it is looked for. */
export type ChatShelf = z.infer<typeof chatShelfSchema>;

export const identifierSchema = z.uuid("This is not an identifier (a UUID).");

const modelNameSchema = z.string().min(1).max(200);

/** By toolkit, whether a chat may use it. */
const toolkitSwitchesSchema = z.record(z.string().regex(/^[a-z0-9_-]{1,64}$/), z.boolean());
export type ToolkitSwitches = z.infer<typeof toolkitSwitchesSchema>;

const sendSettings = {
  mode: chatModeSchema.optional(),
  model: modelNameSchema.optional(),
  accounts: accountChoiceSchema.optional(),
  toolkits: toolkitSwitchesSchema.optional(),
  /** The project that a chat is made in. One that is there stays where it is. */
  project: identifierSchema.optional(),
  /** The person's message that this is another version of. Absent: it comes after the last one that is shown. */
  replaces: identifierSchema.optional(),
};
/** What a message brings beside its words and its files. */
export const sendSettingsSchema = z.object(sendSettings);

/** `POST /api/chats/{chatId}/messages` */
export const sendMessageSchema = z
  .strictObject({
    id: identifierSchema,
    text: z
      .string()
      .refine(
        (text) => text.length <= messageLengthLimit,
        complaintAbout("messageTooLong", messageLengthLimit),
      ),
    /** Ids of files of the sender's: new ones, or ones of a message that this is another version of. */
    attachments: z
      .array(identifierSchema)
      .max(attachmentsPerMessage)
      .refine((ids) => new Set(ids).size === ids.length)
      .optional(),
    ...sendSettings,
  })
  .refine(({ text, attachments }) => text.trim().length > 0 || attachments?.length, {
    path: ["text"],
    error: complaint("writeMessage"),
  });
export type SendMessage = z.infer<typeof sendMessageSchema>;
/** What a message may set for its chat. */
export type ChatSettings = Pick<
  SendMessage,
  "mode" | "model" | "accounts" | "toolkits" | "project"
>;

/** `POST /api/chats/{chatId}/messages/{messageId}/answers`: the id is the wish's own. */
export const answerAgainSchema = z.strictObject({ id: identifierSchema });

/** `PUT /api/chats/{chatId}/version`: a message that the version goes through. */
export const showVersionSchema = z.strictObject({ messageId: identifierSchema });

export const chatTitleSchema = z
  .string()
  .trim()
  .min(1, complaint("titleMissing"))
  .max(200, complaint("titleTooLong"));

/** `PATCH /api/chats/{chatId}` */
export const updateChatSchema = z.strictObject({
  title: chatTitleSchema.optional(),
  mode: chatModeSchema.optional(),
  /** One of those that are offered. */
  model: modelNameSchema.optional(),
  shelf: chatShelfSchema.optional(),
  /** The project to put it in; null takes it out. */
  project: identifierSchema.nullable().optional(),
  /** Of the toolkits named; the others stay. */
  accounts: accountChoiceSchema.optional(),
  /** Of the toolkits named; the others stay. */
  toolkits: toolkitSwitchesSchema.optional(),
});
export type UpdateChat = z.infer<typeof updateChatSchema>;

const editedActionSchema = z.strictObject({
  actionId: identifierSchema,
  arguments: z.record(z.string(), z.unknown()),
  /** What the person was warned of about these arguments. What else there is to warn of comes back, and nothing is done. */
  warnings: z.array(z.string().max(2_000)).max(50).optional(),
});
/** An action as a person changed it before they said yes. */
export type EditedAction = z.infer<typeof editedActionSchema>;

const warnedEditSchema = z.object({
  actionId: z.string(),
  warnings: z.array(z.string()),
  said: saidByWarningSchema.optional().catch(undefined),
});
/** An edit, and what there is to say of it that its person has not seen. */
export type WarnedEdit = z.infer<typeof warnedEditSchema>;

/** What answers a decision. `decided` is false when there is something to look at first: then nothing was done. */
export const approvalAnswerSchema = z.discriminatedUnion("decided", [
  z.object({ decided: z.literal(true) }),
  z.object({
    decided: z.literal(false),
    edits: z.array(warnedEditSchema),
  }),
]);
export type ApprovalAnswer = z.infer<typeof approvalAnswerSchema>;

/** `GET /api/actions/{id}/form`: what a person may change of an action before they say yes. */
export const editFormSchema = z.object({
  arguments: z.record(z.string(), z.unknown()),
  /** What the tool takes, as JSON Schema. */
  schema: z.looseObject({
    properties: z.record(z.string(), z.unknown()),
    required: z.array(z.string()).optional(),
  }),
  /** Arguments that stay as they are. */
  fixed: z.array(z.string()),
});
export type EditForm = z.infer<typeof editFormSchema>;

/** `POST /api/approvals/{approvalId}`. Everything else about the actions comes from the server's own rows. */
export const decideApprovalSchema = z.strictObject({
  decision: z.enum(["approve", "deny"]),
  /** Told to the model when it was denied. */
  reason: z.string().max(2_000).optional(),
  /** With `approve`: the ids of the actions to do; the others of the batch are denied. Absent: all of them. */
  items: z.array(identifierSchema).max(50).optional(),
  /** What the person typed where an action wants its name typed. */
  confirmation: z.string().max(500).optional(),
  /** With `approve`: have the tools of what is done, where they may be allowed, run unasked from now on. */
  allow: permissionScopeSchema.optional(),
  /** With `approve`: what the person changed of what is done. Each is checked like what a model asks for. */
  edits: z.array(editedActionSchema).max(50).optional(),
});
export type DecideApproval = z.infer<typeof decideApprovalSchema>;

/** A tool whose changes a person has allowed to be made unasked. */
export type PermissionSummary = {
  id: string;
  tool: string;
  toolkit: string;
  /** The only chat it counts in; null for all of them. */
  chat: { id: string; title: string } | null;
  /** ISO 8601. */
  createdAt: string;
};

/** `POST /api/connections` */
export const connectSchema = z.strictObject({ toolkit: z.string().regex(/^[a-z0-9_-]{1,64}$/) });

/** `PATCH /api/connections/{id}` */
export const updateAccountSchema = z.strictObject({
  /** New chats act as this account. */
  isDefault: z.literal(true),
});

/** `POST /api/connections/attempts/{id}` */
export const updateAttemptSchema = z.strictObject({
  /** `decline` is "Not now", `check` asks the router again, `renew` makes an ended attempt usable again. */
  action: z.enum(["decline", "check", "renew"]),
});
export type UpdateAttempt = z.infer<typeof updateAttemptSchema>;

/** `POST /api/account` – sign up with e-mail and password. */
export const signUpSchema = z.strictObject({
  email: z.email(complaint("enterEmail")).max(254),
  password: z
    .string()
    .min(10, complaint("tenCharacters"))
    .max(200, complaint("twoHundredCharacters")),
  name: z.string().trim().min(1, complaint("enterName")).max(100),
});

export const chatSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The model is finding a title: this one may change in a moment. */
  naming: z.boolean(),
  /** ISO 8601. */
  updatedAt: z.string(),
  /** `waiting`: for a person's answer or a connection. */
  activity: z.enum(["idle", "running", "waiting"]),
  shared: z.boolean(),
  shelf: chatShelfSchema,
  /** The id of the project it is in. */
  project: z.string().nullable(),
});
export type ChatSummary = z.infer<typeof chatSummarySchema>;

export const messageVersionsSchema = z.object({
  /** Ids of all versions of a message, the shown one among them, the oldest first. */
  ids: z.array(z.string()),
  /** Those that are not shown after which something was really changed with the tools. */
  changed: z.array(z.string()),
});
export type MessageVersions = z.infer<typeof messageVersionsSchema>;

/**
 * `GET /api/chats/{chatId}/messages?before={messageId}`, and part of `GET /api/chats/{chatId}`: neighbouring messages, the oldest
 * first.
 */
export type MessagePage = {
  messages: ChatMessage[];
  /** There are messages before the first of these. */
  hasEarlier: boolean;
  /** By the id of a message of the page, where there are several. */
  versions: Record<string, MessageVersions>;
};

/** `GET /api/chats` */
export type ChatPage = { chats: ChatSummary[]; nextCursor: string | null };

/** What is real and what is embedded, told to the screen so that it never pretends. */
export type ServiceModes = { model: "embedded" | "hosted"; router: "embedded" | "hosted" };

/** `POST /api/actions/{id}/next-page`: the page behind the one that action `id` brought. */
export const nextPageSchema = z.object({
  /** The action that brought this page: the one to ask for the page behind it. */
  id: z.string(),
  /** What the tool answered, out of every envelope. */
  result: z.unknown(),
});
export type NextPage = z.infer<typeof nextPageSchema>;
