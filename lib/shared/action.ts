import { z } from "zod";
import { errorViewSchema, saidByWarningSchema } from "./error";

/** What a tool does to the world outside. Decides who has to be asked (docs/architecture.md, "Policy"). */
const toolClassSchema = z.enum(["read", "change", "delete"]);
export type ToolClass = z.infer<typeof toolClassSchema>;

export const permissionScopeSchema = z.enum(["chat", "always"]);
/** How far a permission to do something unasked goes: in one chat, or in all chats of its person. */
export type PermissionScope = z.infer<typeof permissionScopeSchema>;

/**
 * Where one inner action stands. `succeeded`, `failed`, `denied`, `blocked`, `cancelled` and `unknown` are final;
 * every other state keeps the run's step open.
 */
const actionStateSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("queued") }),
  z.object({
    status: z.literal("running"),
    progress: z
      .object({ message: z.string().optional(), fraction: z.number().optional() })
      .optional(),
  }),
  z.object({
    status: z.literal("approval"),
    /** Pending actions of one tool call share one approval and are decided together, item by item. */
    approvalId: z.string(),
    /** The exact words to type before this may run; present for the deletion of a repository. */
    confirmation: z.string().optional(),
    /** A sentence to show in red: cannot be undone, carries text from another repository, … */
    warnings: z.array(z.string()),
    /** By warning, how it is found in other languages. */
    said: saidByWarningSchema.optional().catch(undefined),
    /** Whether its person may have its tool run unasked from now on. Absent: no. */
    allowable: z.boolean().optional(),
    /** Whether its person may change what is sent before they say yes. Absent: no. */
    editable: z.boolean().optional(),
    /** Of the arguments that replace something, what the chat has last read there. */
    before: z.record(z.string(), z.unknown()).optional(),
    /** The title of the thing that is changed, as the chat has last read it. */
    subject: z.string().optional(),
  }),
  /** Waits for an account to be connected; the card is the connection part with this id. */
  z.object({ status: z.literal("connection"), connectionId: z.string() }),
  z.object({
    status: z.literal("succeeded"),
    /** The tool's own `data`, out of every envelope. Absent when it is too large to travel with the message. */
    result: z.unknown(),
    /** Bytes of a result that stayed behind; `GET /api/actions/{id}` answers with all of it. */
    omittedBytes: z.number().int().optional(),
  }),
  z.object({
    status: z.literal("failed"),
    error: errorViewSchema,
    details: z.unknown().optional(),
  }),
  z.object({ status: z.literal("denied"), reason: z.string().optional() }),
  /** Refused by policy: read-only chat, a tool that must not run, arguments nobody can read. */
  z.object({ status: z.literal("blocked"), error: errorViewSchema }),
  z.object({ status: z.literal("cancelled") }),
  /** A change that was sent and whose answer never came. Never sent again by itself. */
  z.object({ status: z.literal("unknown") }),
]);
export type ActionState = z.infer<typeof actionStateSchema>;
export type ActionStatus = ActionState["status"];

/** One inner tool call of the agent, as the screen shows it. Data of a `data-action` part; replaced in place by its id. */
export const actionViewSchema = z.object({
  id: z.string(),
  /** The model's tool call this action came from, and its place in it. */
  toolCallId: z.string(),
  index: z.number().int(),
  /** The slug: `BITBUCKET_CREATE_BRANCH`, or one of the router's own, `COMPOSIO_SEARCH_TOOLS`. */
  tool: z.string(),
  /** `bitbucket`, or `composio` for the router's own tools. */
  toolkit: z.string(),
  toolClass: toolClassSchema,
  arguments: z.record(z.string(), z.unknown()),
  /** The name of the account it runs as, where the router told us. */
  account: z.string().optional(),
  state: actionStateSchema,
  /** What the model had asked for, where the person changed it before they said yes. */
  original: z.record(z.string(), z.unknown()).optional(),
  /** Nobody was asked, because the person had allowed it: this is how far their permission went. */
  allowed: permissionScopeSchema.optional(),
  /** ISO 8601. Absent until it started. */
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
});
export type ActionView = z.infer<typeof actionViewSchema>;

const finalStatuses: ReadonlySet<ActionStatus> = new Set([
  "succeeded",
  "failed",
  "denied",
  "blocked",
  "cancelled",
  "unknown",
]);

export function isFinal(state: ActionState): boolean {
  return finalStatuses.has(state.status);
}
