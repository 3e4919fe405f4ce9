import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AdminChange } from "@/lib/shared/admin";
import type { Policy } from "@/lib/shared/policy";
import { createdAt, jsonb, moment } from "./columns.ts";
import { user } from "./people.ts";

/** What administrators did. It stays when they go, or whom it was about. */
export const adminEntry = pgTable(
  "admin_entry",
  {
    id: uuid("id").primaryKey(),
    /** Null for no person, or for one who is gone. */
    actorId: uuid("actor_id").references(() => user.id, { onDelete: "set null" }),
    /** Whom it was about; null for nobody, or for one who is gone. */
    subjectId: uuid("subject_id").references(() => user.id, { onDelete: "set null" }),
    change: jsonb("change").$type<AdminChange>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.createdAt.desc())],
);

/** What holds for everybody: one row, or none. */
export const adminPolicy = pgTable("admin_policy", {
  id: text("id").primaryKey(),
  policy: jsonb("policy").$type<Policy>().notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});
