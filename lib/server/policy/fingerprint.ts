import "server-only";
import type { PlannedAction } from "../router/unwrap.ts";
import { storable } from "../storable.ts";
import type { ActionRow } from "./actions.ts";
import { canonicalJson } from "./canonical-json.ts";

type Doing = Pick<PlannedAction, "tool" | "arguments"> & { account?: string | null | undefined };

/** The same for two actions that would do the same. */
export const fingerprint = ({ tool, account, arguments: input }: Doing): string =>
  canonicalJson([tool, account ?? null, storable(input)]);

/** Of a row: of what is sent, and of what the model had asked for where a person changed it. */
export function fingerprintsOf(row: ActionRow): string[] {
  const { originalArguments } = row;
  const asked = originalArguments ? [fingerprint({ ...row, arguments: originalArguments })] : [];
  return [fingerprint(row), ...asked];
}

/** Whether an action has been carried out, or may yet be. */
export function mayTakePlace({ status }: ActionRow): boolean {
  return !["failed", "denied", "blocked", "cancelled"].includes(status);
}
