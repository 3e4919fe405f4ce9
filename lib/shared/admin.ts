import { z } from "zod";
import type { ActionStatus, ToolClass } from "./action";
import type { Policy } from "./policy";

const roleSchema = z.enum(["member", "admin"]);
/** `admin`: may look after this installation; a `member` knows nothing of that. */
export type Role = z.infer<typeof roleSchema>;

/** What a person is called in a list. */
export type Person = { id: string; name: string; kind: "guest" | "member" };

/** A person as an administrator sees them: nothing of what they say or do is in it. */
export type AdminUser = Person & {
  role: Role;
  disabled: boolean;
  /** What they sign in with, or what their provider has verified; null where neither is known. */
  email: string | null;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601, to the hour; null for nobody who was here since that is kept. */
  lastSeenAt: string | null;
};

/** `PATCH /api/admin/users/{userId}` */
export const changeUserSchema = z.union([
  z.strictObject({ role: roleSchema }),
  z.strictObject({ disabled: z.boolean() }),
]);
export type ChangeUser = z.infer<typeof changeUserSchema>;

/** What an administrator did. `by` says what did it where no person did: a setting, or a command on the machine. */
export type AdminChange =
  | { kind: "role"; role: Role; by?: "setting" | "command" }
  | { kind: "disabled" }
  | { kind: "enabled" }
  /** As it is from then on. */
  | { kind: "policy"; policy: Policy };

/** One thing that was done, or null where who did it, or whom it was about, is nobody or gone. */
export type AdminEntry = {
  id: string;
  actor: Person | null;
  subject: Person | null;
  change: AdminChange;
  /** ISO 8601. */
  createdAt: string;
};

/** A run that is not over, or came to a bad end. */
export type AdminRun = {
  id: string;
  person: Person;
  /** Of one that is over, how it ended. */
  status: "queued" | "running" | "waiting" | "failed" | "interrupted";
  /** What only its person can give it. */
  waitsFor: "approval" | "connection" | null;
  /** The code of the error that ended it. */
  error: string | null;
  /** ISO 8601. */
  createdAt: string;
  endedAt: string | null;
};

/** What was done in somebody's name, without what was sent and what came back. */
export type AdminAction = {
  id: string;
  person: Person;
  tool: string;
  toolClass: ToolClass;
  status: ActionStatus;
  decision: "approved" | "denied" | "allowed" | null;
  /** ISO 8601. */
  createdAt: string;
};
