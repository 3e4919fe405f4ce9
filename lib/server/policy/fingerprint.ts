import "server-only";
import type { PlannedAction } from "../router/unwrap.ts";
import { storable } from "../storable.ts";
import type { ActionRow } from "./actions.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Circumstances } from "./rule.ts";

type Doing = Pick<PlannedAction, "tool" | "arguments"> & { account?: string | null | undefined };

/** The same for two actions that would do the same. */
export const fingerprint = ({ tool, account, arguments: input }: Doing): string =>
  canonicalJson([tool, account ?? null, storable(input)]);

/** Of a row: of what is sent, and of what the model had asked for where a person changed it. */
export function fingerprintsOf(
  row: Pick<ActionRow, "tool" | "account" | "arguments" | "originalArguments">,
): string[] {
  const { originalArguments } = row;
  const asked = originalArguments ? [fingerprint({ ...row, arguments: originalArguments })] : [];
  return [fingerprint(row), ...asked];
}

/** Where an action was asked for before, of the fingerprints of what was: what is near counts first. */
export function whereAsked(
  call: string,
  { here, elsewhere }: Record<"here" | "elsewhere", ReadonlySet<string>>,
): Circumstances["askedBefore"] {
  if (here.has(call)) return "here";
  return elsewhere.has(call) ? "elsewhere" : null;
}

/** Whether an action has been carried out, or may yet be. */
export function mayTakePlace({ status }: ActionRow): boolean {
  return !["failed", "denied", "blocked", "cancelled"].includes(status);
}
