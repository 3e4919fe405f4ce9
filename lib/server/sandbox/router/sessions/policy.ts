import { z } from "zod";
import { callbackSchema } from "../accounts/callback";

const hintSchema = z.enum([
  "readOnlyHint",
  "createHint",
  "updateHint",
  "destructiveHint",
  "idempotentHint",
  "openWorldHint",
]);

const slugs = z.array(z.string().min(1));
const allowSchema = z.strictObject({ enable: slugs });
const denySchema = z.strictObject({ disable: slugs });

/** A bare list of tags means "one of these". */
const tagFilterSchema = z.union([
  z.array(hintSchema).transform((enable) => ({ enable })),
  z.strictObject({
    enable: z.array(hintSchema).optional(),
    disable: z.array(hintSchema).optional(),
  }),
]);
export type TagFilter = { enable?: readonly string[]; disable?: readonly string[] };

const toggle = z.boolean().nullish();

const manageConnectionsSchema = z.strictObject({
  enable: toggle,
  callback_url: callbackSchema.optional(),
  enable_wait_for_connections: toggle,
  enable_connection_removal: toggle,
});

const workbenchSchema = z.strictObject({
  enable: z.boolean().optional(),
  enable_proxy_execution: z.boolean().optional(),
  auto_offload_threshold: z.number().int().positive().optional(),
  sandbox_size: z.enum(["standard", "medium", "large", "xlarge"]).optional(),
});

const multiAccountSchema = z.strictObject({
  enable: z.boolean().optional(),
  max_accounts_per_toolkit: z.number().int().min(2).max(10).optional(),
  require_explicit_selection: z.boolean().optional(),
});

/** The parts of a session's configuration, named as requests name them (`enable`, never `enabled`). */
export const policyShape = {
  toolkits: z.union([allowSchema, denySchema]),
  tools: z.record(
    z.string(),
    z.union([allowSchema, denySchema, z.strictObject({ tags: tagFilterSchema })]),
  ),
  tags: tagFilterSchema,
  auth_configs: z.record(z.string(), z.string()),
  connected_accounts: z.record(z.string(), z.array(z.string()).min(1)),
  manage_connections: manageConnectionsSchema,
  workbench: workbenchSchema,
  multi_account: multiAccountSchema,
  preload: z.strictObject({ tools: z.union([slugs, z.literal("all")]).optional() }),
  search: z.strictObject({ enable: z.boolean().optional() }),
  execute: z.strictObject({ enable_multi_execute: z.boolean().optional() }),
  premium_usage: z.boolean(),
};

const policySchema = z.strictObject(policyShape).partial();

/** What a session may do, as it is stored. An absent part means the hosted service's default. */
export type SessionPolicy = z.infer<typeof policySchema>;
export const storedPolicySchema = policySchema;
