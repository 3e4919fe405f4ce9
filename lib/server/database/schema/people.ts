import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/shared/admin";
import type { AccountChoice } from "@/lib/shared/connection";
import { createdAt, jsonb, moment } from "./columns.ts";

export const user = pgTable("user", {
  id: uuid("id").primaryKey(),
  kind: text("kind").$type<"guest" | "member">().notNull(),
  name: text("name").notNull(),
  /** Lower case, and nobody's but theirs who has the password; null where somebody else says who a person is. */
  email: text("email").unique(),
  passwordHash: text("password_hash"),
  role: text("role").$type<Role>().notNull().default("member"),
  /** Since when an administrator shuts them out. */
  disabledAt: moment("disabled_at"),
  /** To the hour; null for who has not been here since that is kept. */
  lastSeenAt: moment("last_seen_at"),
  /** The accounts that new chats act as. */
  accounts: jsonb("accounts").$type<AccountChoice>().notNull().default({}),
  createdAt: createdAt(),
});

/** Who a provider says that a user is. Nothing but issuer and subject together tells that somebody is the same person. */
export const userIdentity = pgTable(
  "user_identity",
  {
    issuer: text("issuer").notNull(),
    /** The issuer's own name for the person: it never changes, and is nobody else's. */
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Verified by the issuer, lower case; it may be another user's as well. */
    email: text("email"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), index().on(table.userId)],
);

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

/**
 * Somebody who has deleted their account, and whose accounts at the router have to go as well. All that is kept is the id by
 * which the router knows them; here it names nobody any more.
 */
export const departedUser = pgTable("departed_user", {
  id: uuid("id").primaryKey(),
  departedAt: moment("departed_at").notNull().defaultNow(),
});
