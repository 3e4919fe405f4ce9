import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ConnectionState } from "@/lib/shared/connection";
import { action } from "./actions.ts";
import { createdAt, jsonb, moment } from "./columns.ts";
import { user } from "./people.ts";
import { run } from "./runs.ts";

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

/** An account that the router has said is signed out, until it is connected again or removed. */
export const expiredAccount = pgTable(
  "expired_account",
  {
    /** The router's id. */
    accountId: text("account_id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    toolkit: text("toolkit").notNull(),
    /** What the person calls it, where the router knows. */
    name: text("name"),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.userId)],
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
