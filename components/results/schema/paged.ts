import { z } from "zod";
import { optionalNumber, optionalText } from "./fields";
import { unwrapResult } from "./unwrap";

const pageSchema = z.union([
  z
    .array(z.unknown())
    .transform((values) => ({ values, size: undefined, next: undefined, page: undefined })),
  z.object({
    values: z.array(z.unknown()),
    size: optionalNumber,
    next: optionalText,
    page: optionalNumber,
  }),
]);

/** One page of a list. */
export type Paged<Entry> = {
  entries: Entry[];
  /** Entries of this page that could not be read. */
  unreadable: number;
  /** How many there are on all pages, where the answer says so. */
  total: number | undefined;
  /** There is more than this page holds, as far as the answer says. */
  hasMore: boolean;
  /** It names a page behind it. */
  hasNextPage: boolean;
  /** Which page it is; 1 unless the answer says otherwise. */
  page: number;
};

type Page = z.infer<typeof pageSchema>;

function withoutEntries({ values, size, next, page = 1 }: Page): Omit<Paged<never>, "entries"> {
  const total = size !== undefined && size >= values.length ? size : undefined;
  const hasNextPage = next !== undefined;
  const hasMore = hasNextPage || (page === 1 && (total ?? 0) > values.length);
  return { unreadable: 0, total, hasMore, hasNextPage, page };
}

/**
 * Bitbucket's `{values, next?, size?}`, or a bare array. A list in which not one entry can be read does not parse, so
 * that it falls to the generic card.
 */
export function pagedSchema<Entry>(entrySchema: z.ZodType<Entry>): z.ZodType<Paged<Entry>> {
  return pageSchema.transform((page, context) => {
    const entries = page.values.flatMap((value) => {
      const parsed = entrySchema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
    const unreadable = page.values.length - entries.length;
    if (unreadable > 0 && entries.length === 0) {
      context.addIssue({ code: "custom", message: "No entry of the list can be read." });
    }
    return { ...withoutEntries(page), entries, unreadable };
  });
}

type ListCount = { shown: number; total: number | undefined; hasMore: boolean };

/** How many entries a list result has; undefined when it is no list. */
export function countEntries(result: unknown): ListCount | undefined {
  const parsed = pageSchema.safeParse(unwrapResult(result));
  if (!parsed.success) return undefined;
  const { total, hasMore } = withoutEntries(parsed.data);
  return { shown: parsed.data.values.length, total, hasMore };
}
