import { z } from "zod";
import { httpAddress, integer, parts } from "./fields.ts";

export const hostedRouter = "https://backend.composio.dev";

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
