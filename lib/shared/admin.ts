import { z } from "zod";
import type { Policy } from "./policy";

const roleSchema = z.enum(["member", "admin"]);
/** `admin`: may look after this installation; a `member` knows nothing of that. */
export type Role = z.infer<typeof roleSchema>;

/** A person as an administrator sees them: nothing of what they say or do is in it. */
export type AdminUser = {
  id: string;
  name: string;
  kind: "guest" | "member";
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
