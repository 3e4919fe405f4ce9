import {
  bigint,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ActionState, ActionStatus, PermissionScope, ToolClass } from "@/lib/shared/action";
import { chat } from "./chats.ts";
import { createdAt, jsonb, moment } from "./columns.ts";
import { user } from "./people.ts";
import { run } from "./runs.ts";

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
    index().on(table.createdAt.desc()),
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
