import "server-only";
import { z } from "zod";

/** What of a page says which it is, and that one follows. */
const pageSchema = z.object({
  values: z.array(z.unknown()),
  next: z.string().min(1),
  page: z.int().min(1).optional().catch(undefined),
  pagelen: z.int().min(1).optional().catch(undefined),
});

type Arguments = Record<string, unknown>;

/** A page may stand one envelope deeper. */
const envelopeSchema = z.object({ data: pageSchema });

function readPage(result: unknown) {
  return pageSchema.safeParse(result).data ?? envelopeSchema.safeParse(result).data?.data;
}

/** Which page an answer is, where it says so. */
export function pageNumber(result: unknown): number | undefined {
  const own = z.object({ page: z.int() });
  return (
    own.safeParse(result).data?.page ?? z.object({ data: own }).safeParse(result).data?.data.page
  );
}

/**
 * The arguments that bring the page behind the one they brought: the same, with the next number. The address of the next page
 * is the provider's own and is not followed; its being there says that the page is.
 *
 * @param sent what brought the page, out of the server's own row
 * @returns undefined when there is no page behind it
 */
export function nextPageArguments(sent: Arguments, result: unknown): Arguments | undefined {
  const page = readPage(result);
  if (!page) return undefined;
  const asked = z.int().min(1).catch(1).parse(sent.page);
  const { pagelen } = page;
  return {
    ...sent,
    page: (page.page ?? asked) + 1,
    // As long as the first one: with another length the number would name another place in the list.
    ...(pagelen === undefined || "pagelen" in sent ? {} : { pagelen }),
  };
}
