import "server-only";
import type { SandboxTool } from "@/lib/server/sandbox/contract";
import { catalogue } from "./catalogue";

export { executeBitbucketTool } from "./execute";
export { bitbucketIdentities } from "./identities";
export type { ChangeLogEntry } from "./store/change-log";
export { readChangeLog } from "./store/read-change-log";
export { resetWorlds } from "./store/reset-worlds";

export const bitbucketTools: readonly SandboxTool[] = catalogue.map((entry) => entry.tool);
