import type { z } from "zod";
import { defineResult, type ResultDefinition } from "./define-result";
import { ListCard, type ListLook } from "./list/list-card";
import { pagedSchema } from "./schema/paged";

/** Joins the schema of an entry and the look of a list of them. */
export function defineList<Entry>(
  entry: z.ZodType<Entry>,
  look: ListLook<Entry>,
): ResultDefinition {
  const schema = pagedSchema(entry);
  return defineResult(schema, ({ value, action }) => (
    <ListCard list={value} action={action} schema={schema} look={look} />
  ));
}
