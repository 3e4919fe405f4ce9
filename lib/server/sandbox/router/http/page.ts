import { z } from "zod";
import { validationError } from "../errors";

const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  /** The offset of the next item; opaque to clients. */
  cursor: z.coerce.number().int().min(0).default(0),
});

/** A list parameter. The SDK joins with commas and sends `key=` for null. */
export function listParameter(url: URL, name: string): readonly string[] | undefined {
  const values = url.searchParams
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
  return values.length === 0 ? undefined : values;
}

/** One page of `items`, as the hosted service cuts lists. Throws its 400 on a wrong `limit` or `cursor`. */
export function paginate<Item>(items: readonly Item[], url: URL) {
  const parsed = pageSchema.safeParse({
    limit: url.searchParams.get("limit") || undefined,
    cursor: url.searchParams.get("cursor") || undefined,
  });
  if (!parsed.success) throw validationError(parsed.error, "query");
  const { limit, cursor } = parsed.data;
  const end = cursor + limit;
  return {
    items: items.slice(cursor, end),
    next_cursor: end < items.length ? String(end) : null,
    total_pages: Math.max(1, Math.ceil(items.length / limit)),
    current_page: Math.floor(cursor / limit) + 1,
    total_items: items.length,
  };
}
