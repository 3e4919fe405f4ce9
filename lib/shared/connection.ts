import { z } from "zod";
import { saidSchema } from "./error";

/** By toolkit, the router's id of the account to act as. */
export const accountChoiceSchema = z.record(
  z.string().regex(/^[a-z0-9_-]{1,64}$/),
  z.string().min(1).max(200),
);
export type AccountChoice = z.infer<typeof accountChoiceSchema>;

/** An account that was connected and works no longer. */
const lostAccountSchema = z.object({
  account: z.string().optional(),
  /** `signed-out` by the provider, or by whoever took the access back there; `switched-off` at the router. */
  how: z.enum(["signed-out", "switched-off"]),
  /** ISO 8601. */
  since: z.string(),
});
export type LostAccount = z.infer<typeof lostAccountSchema>;

/** The life of one attempt to connect an account, as the connect card shows it. */
const connectionStateSchema = z.discriminatedUnion("status", [
  /** Nobody opened the link yet. `lost`: what there was before, and is to be connected again. */
  z.object({ status: z.literal("needed"), lost: lostAccountSchema.optional() }),
  /** Opened in another tab; the provider has not answered. `expiresAt` is ISO 8601. */
  z.object({ status: z.literal("opened"), expiresAt: z.string() }),
  /** Access was allowed, and the browser that started has not come back yet. `expiresAt` is until when it may. */
  z.object({ status: z.literal("waiting"), expiresAt: z.string() }),
  z.object({ status: z.literal("connected"), account: z.string().optional() }),
  z.object({
    status: z.literal("failed"),
    reason: z.string(),
    /** The same for readers of other languages, unless the words are a service's own. */
    said: saidSchema.optional().catch(undefined),
    /** Where it decides what a person can do about it. */
    cause: z.enum(["refused", "not-configured", "unreachable"]).optional(),
  }),
  z.object({ status: z.literal("expired") }),
  /** "Not now". */
  z.object({ status: z.literal("declined") }),
]);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** Data of a `data-connection` part. The link a person opens is `/connect/{id}`; the provider's own is never in here. */
export const connectionViewSchema = z.object({
  id: z.string(),
  toolkit: z.string(),
  state: connectionStateSchema,
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** An account a person has connected, as `GET /api/connections` lists it. */
const connectedAccountSchema = z.object({
  id: z.string(),
  toolkit: z.string(),
  /** `ACTIVE`, `INITIATED`, `FAILED`, `EXPIRED`, … as the router says it. */
  status: z.string(),
  account: z.string().optional(),
  createdAt: z.string(),
  /** ISO 8601: when it became what it is. */
  updatedAt: z.string(),
});
export type ConnectedAccount = z.infer<typeof connectedAccountSchema>;

/** `GET /api/connections?chatId=` */
export const connectionsSchema = z.object({
  /** The newest first. */
  accounts: z.array(connectedAccountSchema),
  /** The accounts that the chat acts as; without a chat, or for one that has not begun, those that a new chat would. */
  chosen: accountChoiceSchema,
  /** Whether a person can choose among several accounts of a toolkit. */
  choosable: z.boolean(),
});
export type Connections = z.infer<typeof connectionsSchema>;

/** `GET /api/connections/{id}`. `workspaces`: what it can reach, by name; null when that cannot be said now. */
export const accountReachSchema = z.object({ workspaces: z.array(z.string()).nullable() });
