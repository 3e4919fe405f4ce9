import { z } from "zod";
import { callbackSchema } from "../accounts/callback";
import { createLink } from "../accounts/link";
import { HostedError } from "../errors";
import { executeTool, type Refusal, refusalMessage } from "../execution/execute-tool";
import { readJson } from "../http/body";
import { newLogId } from "../identifiers";
import { findMetaTool } from "../meta-tools/catalogue";
import type { MetaTool } from "../meta-tools/definition";
import { searchTools } from "../search/search";
import { isToolkitAllowed } from "../sessions/access";
import { findSession } from "../sessions/sessions";
import type { StoredSession } from "../store/schema";
import type { RestCall, Route } from "./route";

const toolArguments = z.record(z.string(), z.unknown()).default({});

const executeSchema = z.strictObject({
  tool_slug: z.string().min(1),
  arguments: toolArguments,
  account: z.string().optional(),
  /** Nothing is offloaded here, as there is no workbench to offload to. */
  enable_auto_workbench_offload: z.boolean().optional(),
});

const executeMetaSchema = z.strictObject({ slug: z.string().min(1), arguments: toolArguments });

const searchSchema = z.strictObject({
  queries: z
    .array(
      z.strictObject({
        use_case: z.string().min(1).max(1024),
        known_fields: z.string().optional(),
      }),
    )
    .min(1),
  toolkits: z.array(z.string()).optional(),
  model: z.string().optional(),
});

const linkSchema = z.strictObject({
  toolkit: z.string().min(1),
  callback_url: callbackSchema.optional(),
  alias: z.string().max(100).optional(),
});

function refusalError(refusal: Refusal): HostedError {
  const message = refusalMessage(refusal);
  switch (refusal.kind) {
    case "unknown-tool":
      return new HostedError("toolNotFound", message, {
        suggestedFix: "Search for the tool's slug with POST …/search.",
      });
    case "disabled-tool":
      return new HostedError("badRequest", message);
    case "no-account":
      return refusal.selection.kind === "none"
        ? new HostedError("noActiveConnection", message, {
            suggestedFix: `Connect ${refusal.toolkit} with POST …/link, then try again.`,
          })
        : new HostedError("badRequest", message);
  }
}

async function runMetaTool(call: RestCall, session: StoredSession, tool: MetaTool, raw: unknown) {
  const { data, error } = await tool.run(raw, {
    services: call.services,
    session,
    address: call.address,
    signal: call.request.signal,
    reportProgress: async () => undefined,
  });
  return Response.json({ data, error, log_id: newLogId() });
}

export const executionRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: "tool_router/session/:id/execute",
    handle: async (call) => {
      const session = await findSession(call.services, call.id);
      const body = await readJson(call.request, executeSchema);
      const metaTool = findMetaTool(session.policy, body.tool_slug);
      if (metaTool) return runMetaTool(call, session, metaTool, body.arguments);
      const execution = await executeTool(call.services, session, {
        slug: body.tool_slug,
        arguments: body.arguments,
        account: body.account,
      });
      if (execution.kind === "refused") throw refusalError(execution.refusal);
      const { data, error } = execution.outcome;
      return Response.json({ data, error, log_id: execution.logId });
    },
  },
  {
    method: "POST",
    pattern: "tool_router/session/:id/execute_meta",
    handle: async (call) => {
      const session = await findSession(call.services, call.id);
      const { slug, arguments: raw } = await readJson(call.request, executeMetaSchema);
      const metaTool = findMetaTool(session.policy, slug);
      if (!metaTool) throw refusalError({ kind: "unknown-tool", slug });
      return runMetaTool(call, session, metaTool, raw);
    },
  },
  {
    method: "POST",
    pattern: "tool_router/session/:id/search",
    handle: async ({ services, request, id }) => {
      const session = await findSession(services, id);
      const { queries, toolkits } = await readJson(request, searchSchema);
      const useCases = queries.map(({ use_case }) => use_case);
      const found = await searchTools(services, session, { useCases, toolkits });
      return Response.json({ success: true, error: null, ...found });
    },
  },
  {
    method: "POST",
    pattern: "tool_router/session/:id/link",
    handle: async ({ services, request, address, id }) => {
      const { userId, policy } = await findSession(services, id);
      const body = await readJson(request, linkSchema);
      const wanted = body.toolkit.toLowerCase();
      if (wanted !== services.toolkit.slug) {
        throw new HostedError("noManagedAuth", `Toolkit ${wanted} has no managed auth here.`);
      }
      if (!isToolkitAllowed(policy, wanted)) {
        throw new HostedError("badRequest", `Toolkit ${wanted} is not enabled in this session.`);
      }
      const multi = policy.multi_account;
      const link = await createLink(services, {
        userId,
        callbackUrl: body.callback_url ?? policy.manage_connections?.callback_url,
        alias: body.alias,
        maximum: multi?.enable ? (multi.max_accounts_per_toolkit ?? 5) : undefined,
        address,
      });
      return Response.json(
        {
          link_token: link.token,
          redirect_url: link.redirectUrl,
          connected_account_id: link.account.id,
        },
        { status: 201 },
      );
    },
  },
];
