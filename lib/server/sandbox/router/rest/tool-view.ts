import type { SandboxTool } from "../../contract";
import type { MetaTool } from "../meta-tools/definition";
import type { SessionPolicy } from "../sessions/policy";
import type { Toolkit } from "../toolkit";

const version = "00000000_00";

type Described = {
  slug: string;
  name: string;
  description: string;
  toolkit: { slug: string; name: string };
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  scopes: readonly string[];
  tags: readonly string[];
  noAuth: boolean;
};

function toolView(tool: Described) {
  const toolkit = { ...tool.toolkit, logo: "" };
  return {
    slug: tool.slug,
    name: tool.name,
    description: tool.description,
    human_description: tool.description,
    toolkit,
    input_parameters: tool.input,
    output_parameters: tool.output,
    no_auth: tool.noAuth,
    available_versions: [version],
    version,
    scopes: tool.scopes,
    scope_requirements: tool.scopes.length > 0 ? { all_of: tool.scopes } : null,
    tags: tool.tags,
    is_deprecated: false,
    deprecated: {
      available_versions: [version],
      displayName: tool.name,
      is_deprecated: false,
      toolkit: { logo: "" },
      version,
    },
  };
}

const envelope = {
  type: "object",
  properties: {
    data: { type: "object" },
    error: { type: ["string", "null"] },
    successful: { type: "boolean" },
  },
  required: ["data", "error", "successful"],
};

export function metaToolView(tool: MetaTool, policy: SessionPolicy) {
  return toolView({
    ...tool,
    toolkit: { slug: "composio", name: "Composio" },
    input: tool.inputSchema(policy),
    output: envelope,
    scopes: [],
    noAuth: true,
  });
}

export function appToolView(tool: SandboxTool, toolkit: Toolkit) {
  return toolView({
    ...tool,
    toolkit: { slug: toolkit.slug, name: toolkit.name },
    input: tool.inputParameters,
    output: tool.outputParameters,
    tags: tool.hints,
    noAuth: false,
  });
}
