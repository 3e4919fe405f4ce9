import type { AuditFilter } from "@/lib/server/policy/audit-filter";

/** An address below which the filter's actions are found, with more to say about them. */
export function addressFor(
  path: string,
  { kind, chatId, text }: AuditFilter,
  more: Record<string, string>,
): string {
  const parameters = new URLSearchParams({
    ...(kind === "all" ? {} : { kind }),
    ...(chatId ? { chatId } : {}),
    ...(text ? { text } : {}),
    ...more,
  });
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
