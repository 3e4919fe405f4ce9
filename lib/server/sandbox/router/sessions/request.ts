import { z } from "zod";
import { policyShape } from "./policy";

/** Inline tools and server-side permissions are refused rather than ignored: both change what a session may do. */
const experimentalSchema = z.strictObject({
  assistive_prompt_config: z.strictObject({ user_timezone: z.string().optional() }).optional(),
});

/** `POST /tool_router/session` */
export const createSessionSchema = z
  .strictObject({ ...policyShape, experimental: experimentalSchema })
  .partial()
  .extend({ user_id: z.string().min(1, "must not be empty") });

/** `PATCH /tool_router/session/{id}`: null removes a stored part. */
export const patchSessionSchema = z
  .strictObject({
    toolkits: policyShape.toolkits.nullable(),
    tools: policyShape.tools.nullable(),
    tags: policyShape.tags.nullable(),
    auth_configs: policyShape.auth_configs.nullable(),
    connected_accounts: policyShape.connected_accounts.nullable(),
    manage_connections: policyShape.manage_connections.nullable(),
    workbench: policyShape.workbench.nullable(),
    multi_account: policyShape.multi_account.nullable(),
    preload: policyShape.preload.nullable(),
    search: policyShape.search.nullable(),
    execute: policyShape.execute.nullable(),
    premium_usage: policyShape.premium_usage.nullable(),
    expected_config_version: z.number().int(),
  })
  .partial();
export type SessionPatch = z.infer<typeof patchSessionSchema>;

/** `POST /tool_router/session/{id}/attach` */
export const attachSessionSchema = z.strictObject({ experimental: experimentalSchema }).partial();
