import "server-only";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** Whether an address may be somebody's who comes in. */
function isAllowed(email: string): boolean {
  const { domains } = environment().signIn;
  return !domains || domains.includes(email.slice(email.lastIndexOf("@") + 1));
}

/**
 * The first of these addresses that is of an allowed domain, or null where all domains are allowed and there is none.
 *
 * @param emails in their stored form
 * @throws BranchlineError `domain_not_allowed`, or `email_not_verified` when there is no address to tell a domain by
 */
export function requireAllowedDomain(emails: readonly string[]): string | null {
  const allowed = emails.find(isAllowed);
  if (allowed !== undefined) return allowed;
  if (!environment().signIn.domains) return null;
  if (emails.length === 0) throw new BranchlineError("email_not_verified", say("emailNotVerified"));
  throw new BranchlineError("domain_not_allowed", say("domainNotAllowed"));
}
