import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { type AuditRecord, everyAction, listActions } from "@/lib/server/policy/audit";
import { readAuditFilter } from "@/lib/server/policy/audit-filter";
import { auditTable } from "./audit-table";

const formatSchema = z.enum(["json", "csv"]).catch("json");

/** A record as scripts read it: one flat object. */
function entryOf({ action, chat, runId, argumentsHash, decision, ...record }: AuditRecord) {
  const { state } = action;
  return {
    id: action.id,
    chatId: chat.id,
    chatTitle: chat.title,
    runId,
    tool: action.tool,
    toolClass: action.toolClass,
    account: action.account ?? null,
    arguments: action.arguments,
    originalArguments: action.original ?? null,
    argumentsHash,
    status: state.status,
    error: "error" in state ? state.error : null,
    decision: decision?.answer ?? null,
    permissionId: decision?.permissionId ?? null,
    decisionReason: decision?.reason ?? null,
    decidedBy: decision?.by?.id ?? null,
    decidedAt: decision?.at ?? null,
    createdAt: record.createdAt,
    finishedAt: action.finishedAt ?? null,
    externalLink: record.externalLink,
  };
}

export const GET = handler(async ({ request, user }) => {
  const parameters = new URL(request.url).searchParams;
  const filter = readAuditFilter(parameters);
  switch (formatSchema.parse(parameters.get("format") ?? "json")) {
    case "csv":
      return auditTable(everyAction(user.id, filter));
    case "json": {
      const cursor = parameters.get("cursor") ?? undefined;
      const page = await listActions(user.id, filter, { cursor });
      return Response.json({ actions: page.records.map(entryOf), nextCursor: page.nextCursor });
    }
  }
});
