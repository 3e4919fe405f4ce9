import { describeEffect } from "@/components/activity/describe/describe-action";
import { english } from "@/lib/language/english";
import { downloadHeaders } from "@/lib/server/http/download";
import type { AuditRecord } from "@/lib/server/policy/audit";
import { byteOrderMark, csvLine } from "./csv";

const columns: Record<string, (record: AuditRecord) => string> = {
  time: ({ createdAt }) => createdAt,
  chat: ({ chat }) => chat.title,
  effect: ({ action }) => describeEffect(action, english.actions).text,
  kind: ({ action }) => action.toolClass,
  tool: ({ action }) => action.tool,
  account: ({ action }) => action.account ?? "",
  decision: ({ decision }) => decision?.answer ?? "",
  permission_id: ({ decision }) => decision?.permissionId ?? "",
  decided_by: ({ decision }) => decision?.by?.name ?? "",
  decided_at: ({ decision }) => decision?.at ?? "",
  reason: ({ decision }) => decision?.reason ?? "",
  outcome: ({ action }) => action.state.status,
  error: ({ action: { state } }) => ("error" in state ? state.error.message : ""),
  finished_at: ({ action }) => action.finishedAt ?? "",
  link: ({ externalLink }) => externalLink ?? "",
  arguments: ({ action }) => JSON.stringify(action.arguments),
  original_arguments: ({ action }) => (action.original ? JSON.stringify(action.original) : ""),
  arguments_sha256: ({ argumentsHash }) => argumentsHash,
  action_id: ({ action }) => action.id,
  chat_id: ({ chat }) => chat.id,
  run_id: ({ runId }) => runId,
};

const readers = Object.values(columns);
const lineOf = (record: AuditRecord) => csvLine(readers.map((read) => read(record)));

/** The audit trail as a table to download, written as it is read. @param day of the file's name, such as `2026-11-23` */
export function auditTable(pages: AsyncGenerator<AuditRecord[], void>, day?: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(Object.keys(columns)))),
    async pull(controller) {
      const page = await pages.next();
      if (page.done) controller.close();
      else controller.enqueue(encoder.encode(page.value.map(lineOf).join("")));
    },
    cancel: () => void pages.return(),
  });
  return new Response(body, {
    headers: downloadHeaders("actions.csv", "text/csv; header=present", day),
  });
}
