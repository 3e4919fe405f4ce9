import type { SessionPolicy } from "../sessions/policy";
import type { MetaTool } from "./definition";
import { getToolSchemasTool } from "./get-tool-schemas";
import { manageConnectionsTool } from "./manage-connections";
import { multiExecuteTool } from "./multi-execute";
import { searchToolsTool } from "./search-tools";
import { waitForConnectionsTool } from "./wait-for-connections";

const metaTools: readonly MetaTool[] = [
  searchToolsTool,
  getToolSchemasTool,
  multiExecuteTool,
  manageConnectionsTool,
  waitForConnectionsTool,
];

/** The router's own tools that a session has. There is no workbench and no shell, whatever a session asks for. */
export function listedMetaTools(policy: SessionPolicy): readonly MetaTool[] {
  return metaTools.filter((tool) => tool.isListed(policy));
}

export function findMetaTool(policy: SessionPolicy, slug: string): MetaTool | undefined {
  return listedMetaTools(policy).find((tool) => tool.slug === slug.toUpperCase());
}
