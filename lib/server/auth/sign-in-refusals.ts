import "server-only";
import type { ErrorView } from "@/lib/shared/error";
import { BranchlineError, type ErrorCode } from "../errors.ts";
import { say } from "../say.ts";

/** Why signing in with a provider can fail, as the sign-in page says it. */
const refusals = {
  sign_in_cancelled: "cancelled",
  sign_in_failed: "notCompleted",
  domain_not_allowed: "domainNotAllowed",
  email_not_verified: "emailNotVerified",
  identity_provider_unreachable: "providerAway",
  account_disabled: "disabled",
  too_many_requests: "tooManySignIns",
} as const satisfies Partial<Record<ErrorCode, Parameters<typeof say>[0]>>;

const isRefusal = (code: string): code is keyof typeof refusals => Object.hasOwn(refusals, code);

/** @param code out of an address: anybody may write anything there. @returns null where there is none. */
export function signInRefusal(code: string | undefined): ErrorView | null {
  if (code === undefined) return null;
  const known = isRefusal(code) ? code : "sign_in_failed";
  return new BranchlineError(known, say(refusals[known])).view();
}
