/** What the embedded services agree on among themselves. They share nothing with the app but the wire. */

/** Where the embedded services keep their files, and the keys they accept. */
export type SandboxConfiguration = {
  /** Absolute path of a folder that belongs to the embedded services alone. */
  directory: string;
  /** The `x-api-key` the embedded router accepts. */
  routerKey: string;
  /** The bearer token the embedded model accepts. */
  modelKey: string;
  /** Milliseconds between two words of the embedded model. */
  wordInterval: number;
};

/** One of the made-up people a visitor can be on the consent page. */
export type SandboxIdentity = {
  /** Bitbucket nickname, such as `jane-acme`. */
  username: string;
  displayName: string;
  /** With braces, as Bitbucket writes it. */
  uuid: string;
  accountId: string;
};

/** Composio's tags, which become MCP annotations. */
export type ToolHint =
  | "readOnlyHint"
  | "createHint"
  | "updateHint"
  | "destructiveHint"
  | "idempotentHint"
  | "openWorldHint";

/** A tool of the embedded Bitbucket toolkit, described as Composio describes it. */
export type SandboxTool = {
  slug: string;
  name: string;
  description: string;
  hints: readonly ToolHint[];
  scopes: readonly string[];
  /** JSON Schema, `type: "object"`. */
  inputParameters: Record<string, unknown>;
  outputParameters: Record<string, unknown>;
};

/** Composio's inner envelope: a provider's failure is an ordinary result. */
export type ToolOutcome =
  | { successful: true; data: Record<string, unknown>; error: null }
  | { successful: false; data: Record<string, unknown>; error: string };

/** Runs one tool as one identity. Each `world` is a copy of its own; two worlds never meet. */
export type ExecuteTool = (call: {
  directory: string;
  /** Safe as a folder name. */
  world: string;
  identity: SandboxIdentity;
  slug: string;
  arguments: Record<string, unknown>;
}) => Promise<ToolOutcome>;
