import "server-only";
import { findAccount } from "./accounts.ts";
import { type AttemptRow, findAttemptByCallback, moveAttempt } from "./attempts.ts";

const unfinished = ["opened", "waiting"] as const;

/**
 * Asks the router how an opened attempt stands, and moves it on. Only the router's word about this user's account counts.
 *
 * @throws BranchlineError `router_unreachable` and its like.
 */
export async function checkAttempt(attempt: AttemptRow): Promise<AttemptRow> {
  const { state, connectedAccountId } = attempt;
  if ((state.status !== "opened" && state.status !== "waiting") || !connectedAccountId)
    return attempt;
  const account = await findAccount(attempt.userId, connectedAccountId);
  switch (account?.status) {
    case "ACTIVE":
      if (account.toolkit !== attempt.toolkit) return attempt;
      return moveAttempt(attempt, unfinished, {
        status: "connected",
        ...(account.account ? { account: account.account } : {}),
      });
    case "FAILED":
    case "REVOKED":
      return moveAttempt(attempt, unfinished, {
        status: "failed",
        reason: account.statusReason
          ? `Bitbucket said: ${account.statusReason.replace(/[.\s]*$/, "")}.`
          : "Bitbucket said no: you declined, or your workspace does not allow this app.",
      });
    case "EXPIRED":
      return moveAttempt(attempt, unfinished, { status: "expired" });
    default: {
      const late = Date.parse(state.expiresAt) < Date.now();
      return late ? moveAttempt(attempt, unfinished, { status: "expired" }) : attempt;
    }
  }
}

/**
 * The browser came back from signing in. Its parameters prove nothing; they only say that now is a good time to ask.
 *
 * @returns the attempt, or null when the address was not made for this user.
 */
export async function returnFromConsent(
  userId: string,
  secret: string,
): Promise<AttemptRow | null> {
  const attempt = await findAttemptByCallback(userId, secret);
  if (!attempt) return null;
  const { state } = attempt;
  const returned =
    state.status === "opened"
      ? await moveAttempt(attempt, ["opened"], { status: "waiting", expiresAt: state.expiresAt })
      : attempt;
  return checkAttempt(returned);
}
