import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ActionState, ActionStatus, PermissionScope, ToolClass } from "@/lib/shared/action";
import type { ChatMode, ChatShelf } from "@/lib/shared/api";
import type { Attachment, ImageType } from "@/lib/shared/attachment";
import type { AccountChoice, ConnectionState } from "@/lib/shared/connection";
import type { ChatMessage, MessageMetadata, RunOutcome } from "@/lib/shared/message";
import type { ShareAudience, ShareChoices } from "@/lib/shared/sharing/choices";
import { storableJson } from "../storable.ts";

const jsonb = customType<{ data: unknown; driverData: string }>({
  dataType: () => "jsonb",
  toDriver: storableJson,
});
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const createdAt = () => moment("created_at").notNull().defaultNow();

export const user = pgTable("user", {
  id: uuid("id").primaryKey(),
  kind: text("kind").$type<"guest" | "member">().notNull(),
  name: text("name").notNull(),
  /** Lower case; null for guests. */
  email: text("email").unique(),
  passwordHash: text("password_hash"),
  /** The accounts that new chats act as. */
  accounts: jsonb("accounts").$type<AccountChoice>().notNull().default({}),
  createdAt: createdAt(),
});

/** A signed-in browser. The cookie names this row; without the row the cookie is dead. */
export const userSession = pgTable(
  "user_session",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** The earlier of two ends: the idle limit, which moves with use, and the absolute one, which does not. */
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.userId), index().on(table.expiresAt)],
);

/** How much of what is limited was used since a window began: requests, tries, messages, tokens. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    /** What is limited, and for whom. */
    key: text("key").primaryKey(),
    used: bigint("used", { mode: "number" }).notNull(),
    /** When the window ends, and counting begins anew. */
    resetsAt: moment("resets_at").notNull(),
  },
  (table) => [index().on(table.resetsAt)],
);

/** The user's Tool Router session for one configuration of it. */
export const routerSession = pgTable(
  "router_session",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Hash of everything the session was created with; another configuration is another session. */
    configurationHash: text("configuration_hash").notNull(),
    sessionId: text("session_id").notNull(),
    /** While a link is open, the session may be confined to the accounts that count; see `connections/pin-accounts.ts`. */
    pinned: boolean("pinned").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.configurationHash] })],
);

/**
 * Where a chat's title comes from: the beginning of its first message, the model, or whoever gave it. Only an `excerpt` may be
 * replaced by itself.
 */
export type TitleOrigin = "excerpt" | "model" | "person";

/** A folder of a person's chats. */
export const project = pgTable(
  "project",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What its person wants in all its chats, in their words. */
    instructions: text("instructions").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.userId, table.createdAt)],
);

export const chat = pgTable(
  "chat",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    titleOrigin: text("title_origin").$type<TitleOrigin>().notNull().default("person"),
    /** Until when the model may take to find a title; null while it was not asked. It is asked once. */
    namingUntil: moment("naming_until"),
    mode: text("mode").$type<ChatMode>().notNull().default("ask"),
    /** The model that was chosen; it need not be offered any more. Null: the first that is offered. */
    model: text("model"),
    /** The accounts it acts as: chosen by the person, or those it began with. */
    accounts: jsonb("accounts").$type<AccountChoice>().notNull().default({}),
    /** The last message of the version that is shown; null while there is none. */
    headId: uuid("head_id"),
    /** Toolkits that may not be used in it. */
    toolkitsOff: jsonb("toolkits_off").$type<string[]>().notNull().default([]),
    /** The folder it is in, of the same person. */
    projectId: uuid("project_id").references(() => project.id, { onDelete: "set null" }),
    /** Where its person keeps it. */
    shelf: text("shelf").$type<ChatShelf>().notNull().default("list"),
    /** Since when it counts as absent; it goes for good a little later, unless it is taken back. */
    deletedAt: moment("deleted_at"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index().on(table.userId, table.updatedAt.desc(), table.id),
    index("chat_on_shelf")
      .on(table.userId, table.shelf, table.updatedAt.desc(), table.id)
      .where(sql`deleted_at is null`),
    index().on(table.projectId, table.updatedAt.desc(), table.id),
    index("chat_deleted").on(table.deletedAt).where(sql`deleted_at is not null`),
  ],
);

export const message = pgTable(
  "message",
  {
    id: uuid("id").primaryKey(),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chat.id, { onDelete: "cascade" }),
    /**
     * The message that it comes after; of a first one, the chat. Several after the same one are versions of each other.
     * No foreign key: messages go with their chat, and never one by one.
     */
    parentId: uuid("parent_id").notNull(),
    /** Order within the database; clocks play no part in it. */
    sequence: bigint("sequence", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    role: text("role").$type<"user" | "assistant">().notNull(),
    parts: jsonb("parts").$type<ChatMessage["parts"]>().notNull(),
    metadata: jsonb("metadata").$type<MessageMetadata>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.chatId, table.parentId, table.sequence)],
);

/** A file that a person brought for the model to read. */
export const attachment = pgTable(
  "attachment",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** The chat whose messages name it; null while it was not sent. */
    chatId: uuid("chat_id").references(() => chat.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    kind: text("kind").$type<Attachment["kind"]>().notNull(),
    /** Of a picture: what it is, and its sides in pixels. */
    mediaType: text("media_type").$type<ImageType>(),
    width: integer("width"),
    height: integer("height"),
    /** Bytes. */
    size: integer("size").notNull(),
    content: bytea("content").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.userId),
    index().on(table.chatId),
    index("attachment_unsent").on(table.createdAt).where(sql`chat_id is null`),
  ],
);

/** What a search finds: the title of a chat, or the words of a message. */
export const searchEntry = pgTable(
  "search_entry",
  {
    kind: text("kind").$type<"title" | "message">().notNull(),
    /** Of the chat or the message. No foreign key on messages: they go with their chat. */
    id: uuid("id").notNull(),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chat.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Order within the database; clocks play no part in it. */
    sequence: bigint("sequence", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Its words, each behind its owner's prefix; null until they are indexed. */
    words: tsvector("words"),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.id] }),
    index().on(table.userId, table.sequence),
    index().on(table.chatId),
    index("search_entry_words").using("gin", table.words),
    index("search_entry_backlog").on(table.sequence).where(sql`words is null`),
  ],
);

export type RunStatus = "queued" | "running" | "waiting" | "ended";

export const run = pgTable(
  "run",
  {
    id: uuid("id").primaryKey(),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chat.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** What asks for it: a message, or another answer to one. Sent twice, it is still answered once. */
    requestId: uuid("request_id").notNull().unique(),
    /** The message it answers. */
    userMessageId: uuid("user_message_id").notNull(),
    /** The assistant message this run writes. */
    messageId: uuid("message_id").notNull(),
    status: text("status").$type<RunStatus>().notNull(),
    /** Set once `ended`. */
    outcome: jsonb("outcome").$type<RunOutcome>(),
    /** The process that drives it, and until when it may. */
    owner: uuid("owner"),
    leaseUntil: moment("lease_until"),
    /** Raised by whoever takes the run over; what an older epoch writes is refused. */
    epoch: integer("epoch").notNull().default(0),
    /** Raised by everything a waiting run should look at: an answer, a connection, a stop. */
    wakes: integer("wakes").notNull().default(0),
    stopRequested: boolean("stop_requested").notNull().default(false),
    /** How often it was taken over from a silent process since it last got on. */
    takeovers: integer("takeovers").notNull().default(0),
    createdAt: createdAt(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    index().on(table.chatId),
    uniqueIndex("run_one_alive_per_chat").on(table.chatId).where(sql`status <> 'ended'`),
    index("run_alive").on(table.status, table.leaseUntil).where(sql`status <> 'ended'`),
  ],
);

/** What a model used to answer once: a step of an answer, or a title. Counts only; of what was said there is nothing in it. */
export const modelUsage = pgTable(
  "model_usage",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Null once the chat is deleted: what was used stays used. */
    chatId: uuid("chat_id").references(() => chat.id, { onDelete: "set null" }),
    /** The answer; null for a title. No foreign key: messages go with their chat. */
    messageId: uuid("message_id"),
    model: text("model").notNull(),
    /** Tokens that the model read, the cached ones among them. */
    input: bigint("input", { mode: "number" }).notNull(),
    cachedInput: bigint("cached_input", { mode: "number" }).notNull(),
    output: bigint("output", { mode: "number" }).notNull(),
    /** It was cut off before its provider had counted. */
    estimated: boolean("estimated").notNull(),
    /** In US dollars, at the price of its time; null where there was none. */
    cost: doublePrecision("cost"),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.userId, table.createdAt),
    index().on(table.chatId),
    index().on(table.messageId),
  ],
);

/** The log of a live run: UI-message chunks, one JSON document a line. */
export const runChunk = pgTable(
  "run_chunk",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => run.id, { onDelete: "cascade" }),
    /** Number of the first chunk in this row, from 0. */
    sequence: integer("sequence").notNull(),
    count: integer("count").notNull(),
    data: text("data").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.sequence] })],
);

/** One inner tool call: the write-ahead record, the approval and the audit trail. */
export const action = pgTable(
  "action",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chat.id, { onDelete: "cascade" }),
    runId: uuid("run_id")
      .notNull()
      .references(() => run.id, { onDelete: "cascade" }),
    /** Order in which actions were asked for: those of one step are written at one moment. */
    sequence: bigint("sequence", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    toolCallId: text("tool_call_id").notNull(),
    index: integer("item_index").notNull(),
    tool: text("tool").notNull(),
    toolkit: text("toolkit").notNull(),
    toolClass: text("tool_class").$type<ToolClass>().notNull(),
    /** The router's id of the account it runs as; null where the router chooses. */
    account: text("account"),
    /** What the account it runs as is called. */
    accountName: text("account_name"),
    /** What is sent. */
    arguments: jsonb("arguments").$type<Record<string, unknown>>().notNull(),
    /** What the model had asked for, where a person changed it before they said yes. */
    originalArguments: jsonb("original_arguments").$type<Record<string, unknown>>(),
    /** SHA-256 of the canonical JSON of the arguments, hexadecimal. */
    argumentsHash: text("arguments_hash").notNull(),
    status: text("status").$type<ActionStatus>().notNull(),
    state: jsonb("state").$type<ActionState>().notNull(),
    /** What the tool answered, whole; the state may carry less. */
    result: jsonb("result").$type<unknown>(),
    approvalId: uuid("approval_id"),
    /** `allowed`: nobody was asked, because of a permission. */
    decision: text("decision").$type<"approved" | "denied" | "allowed">(),
    /** The permission, which may have been taken back since, and how far it went. */
    permissionId: uuid("permission_id"),
    permissionScope: text("permission_scope").$type<PermissionScope>(),
    decisionReason: text("decision_reason"),
    decidedBy: uuid("decided_by"),
    decidedAt: moment("decided_at"),
    /** Where to look at what it did, on the provider's own site. */
    externalLink: text("external_link"),
    createdAt: createdAt(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    uniqueIndex("action_once_per_call_item").on(table.runId, table.toolCallId, table.index),
    index().on(table.approvalId),
    index().on(table.userId, table.createdAt.desc()),
    index().on(table.chatId),
  ],
);

/** A tool whose changes a person wants made without being asked. What was taken back is gone. */
export const permission = pgTable(
  "permission",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** The only chat it counts in; null for all of the user's. */
    chatId: uuid("chat_id").references(() => chat.id, { onDelete: "cascade" }),
    tool: text("tool").notNull(),
    toolkit: text("toolkit").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("permission_once").on(table.userId, table.chatId, table.tool).nullsNotDistinct(),
    index().on(table.chatId),
  ],
);

/** A tool as it was seen first, or accepted since: one that is listed otherwise is withheld. */
export const toolPin = pgTable(
  "tool_pin",
  {
    /** The list it is on: address, mode and toolkits of the router. */
    source: text("source").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of name and definition as canonical JSON, hexadecimal. */
    hash: text("hash").notNull(),
    definition: jsonb("definition").$type<unknown>().notNull(),
    /** What it is listed as now; null while that is the same. */
    listedHash: text("listed_hash"),
    listedDefinition: jsonb("listed_definition").$type<unknown>(),
    listedAt: moment("listed_at"),
    /** Who accepted the last change, and when; null for what was seen first. */
    acceptedBy: uuid("accepted_by").references(() => user.id, { onDelete: "set null" }),
    acceptedAt: moment("accepted_at"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.source, table.name] })],
);

/** One try to connect an account. */
export const connectionAttempt = pgTable(
  "connection_attempt",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    toolkit: text("toolkit").notNull(),
    status: text("status").$type<ConnectionState["status"]>().notNull(),
    state: jsonb("state").$type<ConnectionState>().notNull(),
    /** The run and the action that wait for it; null when it was started from the connections page. */
    runId: uuid("run_id").references(() => run.id, { onDelete: "cascade" }),
    actionId: uuid("action_id").references(() => action.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.runId), index().on(table.status), index().on(table.userId)],
);

/**
 * `open`: its account counts for nothing yet. `verified`: the browser that started it came back; the account may be used.
 * `revoked`: its account is to be deleted at the router. `discarded`: it has been.
 */
export type LinkStatus = "open" | "verified" | "revoked" | "discarded";

/**
 * What is known of one sign-in link of the provider's: the account it would make at the router, and which browser has to come
 * back from it. The link itself is never stored: it is made when a person follows ours. Outlives its attempt, because who holds
 * a link can still use it.
 */
export const connectionLink = pgTable(
  "connection_link",
  {
    /** The router's id of the account. */
    accountId: text("account_id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    toolkit: text("toolkit").notNull(),
    attemptId: uuid("attempt_id").references(() => connectionAttempt.id, { onDelete: "set null" }),
    /** The row of `user_session` whose browser opened it; it may be gone by now. */
    sessionId: uuid("session_id").notNull(),
    /** SHA-256 of the single-use value in our callback address, hexadecimal. */
    callbackHash: text("callback_hash").notNull().unique(),
    status: text("status").$type<LinkStatus>().notNull(),
    /** When the router gives the link up. */
    expiresAt: moment("expires_at").notNull(),
    /** When the account was first seen to be active while nobody had come back. */
    activeSince: moment("active_since"),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.userId, table.status), index().on(table.attemptId)],
);

/**
 * Somebody who has deleted their account, and whose accounts at the router have to go as well. All that is kept is the id by
 * which the router knows them; here it names nobody any more.
 */
export const departedUser = pgTable("departed_user", {
  id: uuid("id").primaryKey(),
  departedAt: moment("departed_at").notNull().defaultNow(),
});

/** A public snapshot of a chat. Its document is a copy: later messages stay private. */
/** A link to a copy of a conversation. What readers get is the document, and nothing of the chat. */
export const share = pgTable(
  "share",
  {
    id: uuid("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    chatId: uuid("chat_id")
      .notNull()
      .references(() => chat.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    document: jsonb("document").$type<unknown>().notNull(),
    /** SHA-256 of the document as canonical JSON, base64url. */
    digest: text("digest").notNull(),
    /** 1 for the first copy; raised with each one that takes its place. */
    version: integer("version").notNull().default(1),
    choices: jsonb("choices").$type<ShareChoices>().notNull(),
    audience: text("audience").$type<ShareAudience>().notNull(),
    /** Whether a picture with the title may be shown elsewhere. */
    image: boolean("image").notNull().default(false),
    /** How often somebody other than its owner has opened it. */
    views: integer("views").notNull().default(0),
    copiedAt: moment("copied_at").notNull().defaultNow(),
    /** Null: never. */
    expiresAt: moment("expires_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.chatId),
    index().on(table.userId, table.createdAt.desc()),
    index().on(table.digest),
  ],
);
