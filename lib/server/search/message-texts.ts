import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { message } from "../database/schema.ts";

/** What `textOf` (lib/shared) is of a message's parts, read without what tools sent back: those are not found. */
export const textsOf = (parts: typeof message.parts): SQL<string> => sql<string>`coalesce(
  (select string_agg(part.value ->> 'text', E'\n\n' order by part.ordinality)
   from jsonb_array_elements(${parts}) with ordinality part where part.value ->> 'type' = 'text'), '')`;
