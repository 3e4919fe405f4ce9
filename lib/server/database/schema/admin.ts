import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import type { AdminChange } from "@/lib/shared/admin";
import { createdAt, jsonb } from "./columns.ts";
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
