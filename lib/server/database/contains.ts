import "server-only";
import { type AnyColumn, ilike, type SQL } from "drizzle-orm";
import { storableText } from "../storable.ts";

/** Whether a text has these characters somewhere, capital letters or not. Nothing in them is a pattern. */
export function contains(where: AnyColumn | SQL, text: string): SQL {
  return ilike(where as SQL, `%${storableText(text).replace(/[\\%_]/g, "\\$&")}%`);
}
