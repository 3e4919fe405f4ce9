import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ChatMode, ChatShelf } from "@/lib/shared/api";
import type { Attachment, ImageType } from "@/lib/shared/attachment";
import type { AccountChoice } from "@/lib/shared/connection";
import type { ChatMessage, MessageMetadata } from "@/lib/shared/message";
import { bytea, createdAt, jsonb, moment, tsvector } from "./columns.ts";
import { user } from "./people.ts";

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
