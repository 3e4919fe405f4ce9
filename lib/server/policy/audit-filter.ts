import "server-only";
import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { identifierSchema } from "@/lib/shared/api";
import { contains } from "../database/contains.ts";
import { action, chat } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { quote } from "../say.ts";

/** `changes`: everything that is more than a look. `refused`: what a person or this installation did not allow. */
export const kindSchema = z.enum(["all", "changes", "refused"]);

const filterSchema = z.object({
  kind: kindSchema.default("all"),
  chatId: identifierSchema.optional(),
  /** Words that all have to occur in an action, its account or the title of its chat. */
  text: z.string().trim().max(200, "Search for at most 200 characters.").optional(),
});
export type AuditFilter = z.infer<typeof filterSchema>;

/**
 * Reads `kind`, `chatId` and `text` out of a query; empty ones count as absent, as forms send them.
 *
 * @throws BranchlineError `invalid_request`.
 */
export function readAuditFilter(parameters: URLSearchParams): AuditFilter {
  const present = Object.fromEntries([...parameters].filter(([, value]) => value.trim() !== ""));
  const parsed = filterSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BranchlineError(
    "invalid_request",
    quote(`${issue?.path.join(".")}: ${issue?.message}`),
  );
}

/** All of an action that people know it by; `acme/api` is how they write a repository. */
const searched = sql`concat_ws(' ', ${action.tool}, ${action.accountName}, ${chat.title},
  concat_ws('/', ${action.arguments} ->> 'workspace', ${action.arguments} ->> 'repo_slug'),
  ${action.arguments}::text)`;

export function ofKind(kind: AuditFilter["kind"]): SQL | undefined {
  switch (kind) {
    case "all":
      return undefined;
    case "changes":
      return ne(action.toolClass, "read");
    case "refused":
      return or(inArray(action.status, ["denied", "blocked"]), eq(action.decision, "denied"));
  }
}

/** The actions of a user that pass a filter, where each is joined with its chat. */
export function matches(userId: string, { kind, chatId, text }: AuditFilter): SQL | undefined {
  const words = text?.split(/\s+/).filter(Boolean) ?? [];
  return and(
    eq(action.userId, userId),
    isNull(chat.deletedAt),
    chatId ? eq(action.chatId, chatId) : undefined,
    ofKind(kind),
    ...words.map((word) => contains(searched, word)),
  );
}
