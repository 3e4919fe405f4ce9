import { z } from "zod";
import { storedPolicySchema } from "../sessions/policy";

/** Milliseconds since the epoch. */
const timestamp = z.number().int();

const sessionSchema = z.object({
  id: z.string(),
  userId: z.string(),
  policy: storedPolicySchema,
  /** Raised by each change of the policy. */
  version: z.number().int(),
  createdAt: timestamp,
  updatedAt: timestamp,
  /** Policies that were replaced, newest first. */
  history: z.array(
    z.object({ policy: storedPolicySchema, version: z.number().int(), archivedAt: timestamp }),
  ),
});
export type StoredSession = z.infer<typeof sessionSchema>;

/** `INITIATED` turns into EXPIRED by the clock alone. EXPIRED is stored for an account that was signed out later. */
const accountStateSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("INITIATED") }),
  z.object({ status: z.literal("ACTIVE"), username: z.string() }),
  z.object({ status: z.literal("INACTIVE"), username: z.string() }),
  z.object({ status: z.literal("EXPIRED"), username: z.string() }),
  z.object({ status: z.literal("REVOKED"), username: z.string() }),
  z.object({ status: z.literal("FAILED"), reason: z.string() }),
]);

const accountSchema = z.object({
  id: z.string(),
  wordId: z.string(),
  alias: z.string().nullable(),
  userId: z.string(),
  toolkit: z.string(),
  createdAt: timestamp,
  updatedAt: timestamp,
  /** The link that leads to the consent page. Only the token's hash is kept. */
  link: z.object({
    tokenHash: z.string(),
    callbackUrl: z.string().nullable(),
    issuedAt: timestamp,
  }),
  state: accountStateSchema,
});
export type StoredAccount = z.infer<typeof accountSchema>;

export const routerStateSchema = z.object({
  version: z.literal(1),
  sessions: z.array(sessionSchema),
  accounts: z.array(accountSchema),
});
export type RouterState = z.infer<typeof routerStateSchema>;
