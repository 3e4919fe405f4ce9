import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { RunOutcome } from "@/lib/shared/message";
import { chat } from "./chats.ts";
import { createdAt, jsonb, moment } from "./columns.ts";
import { user } from "./people.ts";

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
    index().on(table.createdAt.desc()),
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
