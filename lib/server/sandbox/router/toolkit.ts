import type { ExecuteTool, SandboxIdentity, SandboxTool } from "../contract";

/** One line of the consent page: what the person is asked to permit, in words. */
type ToolkitPermission = { title: string; description: string };

/** The one toolkit an embedded router serves. */
export type Toolkit = {
  /** Lower case, such as `bitbucket`; its tools' slugs begin with it in upper case. */
  slug: string;
  name: string;
  description: string;
  permissions: readonly ToolkitPermission[];
  tools: readonly SandboxTool[];
  /** Who a person can be on the consent page. */
  identities: readonly SandboxIdentity[];
  execute: ExecuteTool;
};
