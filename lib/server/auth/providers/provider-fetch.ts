import "server-only";
import { BranchlineError } from "../../errors.ts";
import { say } from "../../say.ts";

/** Milliseconds that a provider may take for one answer while a person waits. */
const patience = 10_000;

function providerAway(cause: unknown): BranchlineError {
  return new BranchlineError("identity_provider_unreachable", say("providerAway"), { cause });
}

/**
 * Asks a provider on the server's side. Redirects are not followed: what is sent may be a secret.
 *
 * @throws BranchlineError `identity_provider_unreachable` when no answer came, or one that says that it is broken
 */
export const providerFetch: typeof fetch = async (input, options) => {
  const response = await fetch(input, {
    ...options,
    redirect: "manual",
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw providerAway(cause);
  });
  if (response.status >= 500) throw providerAway(new Error(`It answered ${response.status}.`));
  return response;
};
