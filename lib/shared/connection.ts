import { z } from "zod";

/** The life of one attempt to connect an account, as the connect card shows it. */
const connectionStateSchema = z.discriminatedUnion("status", [
  /** Nobody opened the link yet. */
  z.object({ status: z.literal("needed") }),
  /** Opened in another tab; the provider has not answered. `expiresAt` is ISO 8601. */
  z.object({ status: z.literal("opened"), expiresAt: z.string() }),
  /** Access was allowed, and the browser that started has not come back yet. `expiresAt` is until when it may. */
  z.object({ status: z.literal("waiting"), expiresAt: z.string() }),
  z.object({ status: z.literal("connected"), account: z.string().optional() }),
  z.object({ status: z.literal("failed"), reason: z.string() }),
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
export const connectedAccountSchema = z.object({
  id: z.string(),
  toolkit: z.string(),
  /** `ACTIVE`, `INITIATED`, `FAILED`, `EXPIRED`, … as the router says it. */
  status: z.string(),
  account: z.string().optional(),
  createdAt: z.string(),
});
export type ConnectedAccount = z.infer<typeof connectedAccountSchema>;
