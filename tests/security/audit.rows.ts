import { z } from "zod";
import type { Member } from "./support/member";

const rowSchema = z.object({
  id: z.string(),
  chatId: z.string(),
  tool: z.string(),
  toolClass: z.string(),
  account: z.string().nullable(),
  arguments: z.record(z.string(), z.unknown()),
  argumentsHash: z.string(),
  status: z.string(),
  decision: z.string().nullable(),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type AuditRow = z.infer<typeof rowSchema>;

const pageSchema = z.object({ actions: z.array(rowSchema), nextCursor: z.string().nullable() });

/** A member's whole trail, as the API tells it. */
export async function auditRows(member: Member): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
    const page: z.infer<typeof pageSchema> = await member.json(`/api/actions${query}`, pageSchema);
    rows.push(...page.actions);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
