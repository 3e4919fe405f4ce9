import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ShareAudience, ShareChoices } from "@/lib/shared/sharing/choices";
import { chat } from "./chats.ts";
import { createdAt, jsonb, moment } from "./columns.ts";
import { user } from "./people.ts";

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
