import type { z } from "zod";
import { isRecord } from "./values";

/** One object, or undefined where the data has another form. */
export function readOne<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): z.infer<Schema> | undefined {
  const parsed = schema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

export type ReadList<Item> = {
  items: Item[];
  /** How many there are in all, where the provider says so. */
  size: number | undefined;
  hasMore: boolean;
};

/** A list in any of the forms lists arrive in; entries that cannot be read are left out. */
export function readList<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): ReadList<z.infer<Schema>> {
  const values = Array.isArray(data) ? data : isRecord(data) ? (data.values ?? data.items) : [];
  const items = (Array.isArray(values) ? values : []).flatMap((value: unknown) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
  return {
    items,
    size: isRecord(data) && typeof data.size === "number" ? data.size : undefined,
    hasMore: isRecord(data) && typeof data.next === "string",
  };
}
