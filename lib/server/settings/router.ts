import { z } from "zod";
import { httpAddress, integer, parts } from "./fields.ts";

export const hostedRouter = "https://backend.composio.dev";

const toolNames = z
  .string()
  .regex(
    /^[A-Z0-9_*]+(\s*,\s*[A-Z0-9_*]+)*$/,
    "must be names of tools separated by commas, such as BITBUCKET_DELETE_*",
  )
  .transform(parts);

export const routerSettings = {
  COMPOSIO_API_KEY: z
    .string()
    .optional()
    .describe(
      "With a key Bitbucket is real, through Composio; without one the embedded one answers.",
    ),
  COMPOSIO_BASE_URL: httpAddress
    .default(hostedRouter)
    .describe("Another address of the Tool Router."),
  TOOLKITS: z
    .string()
    .regex(
      /^[a-z0-9_-]+(\s*,\s*[a-z0-9_-]+)*$/,
      "must be toolkit names separated by commas, such as bitbucket,jira",
    )
    .default("bitbucket")
    .transform(parts)
    .describe("Toolkits the agent may use, separated by commas."),
  COMPOSIO_AUTH_CONFIGS: z
    .string()
    .regex(
      /^[a-z0-9_-]+=[\w-]+(\s*,\s*[a-z0-9_-]+=[\w-]+)*$/,
      "must be toolkit=auth config, separated by commas, such as bitbucket=ac_1a2b",
    )
    .transform((list) => Object.fromEntries(parts(list).map((part) => part.split("="))))
    .pipe(z.record(z.string(), z.string()))
    .optional()
    .describe(
      "Your own auth configs in Composio, `toolkit=auth config` separated by commas, such as `bitbucket=ac_1a2b`; without one Composio's own app is signed in to.",
    ),
  TOOLS_ALLOWED: toolNames
    .optional()
    .describe(
      "The only tools that may be used, separated by commas; `*` stands for any characters, such as `BITBUCKET_LIST_*`.",
    ),
  TOOLS_DENIED: toolNames
    .default([])
    .describe(
      "Tools that nobody may use, written likewise, such as `BITBUCKET_DELETE_*`. They are taken out of what the model gets to see, and no call of them is sent.",
    ),
  COMPOSIO_WEBHOOK_SECRET: z
    .string()
    .min(16, "must be the secret that Composio showed when the webhook was made")
    .optional()
    .describe(
      "Secret of a webhook in Composio that leads to `/api/composio/webhook` and tells of accounts that have expired. Without it there is no such address.",
    ),
  TOOL_ROUTER_MODE: z
    .enum(["search", "direct"])
    .default("search")
    .describe(
      "`search`: the router's own tools find and run the others. `direct`: the toolkit's tools are listed by themselves.",
    ),
  MCP_REQUEST_TIMEOUT_MS: integer(100, 3_600_000)
    .default(30_000)
    .describe("Milliseconds to wait for an answer of the router that reports no progress."),
  MCP_STREAM_TIMEOUT_MS: integer(100, 3_600_000)
    .default(300_000)
    .describe("Milliseconds to wait for an answer of the router that does report progress."),
};
