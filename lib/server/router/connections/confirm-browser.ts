import "server-only";
import { z } from "zod";
import { isBranchlineError } from "../../errors.ts";
import { log } from "../../log.ts";
import { callingRouter, composio } from "../composio.ts";
import type { LinkRow } from "./links.ts";

const confirmedSchema = z.object({ connected_account_id: z.string() });

/**
 * Tells the router that the browser which came back is the person's the link was made for. A project with callback
 * verification switched on holds the account back until then, and sends the browser with a value for it, which works once.
 * Source: https://docs.composio.dev/docs/authentication
 *
 * @returns false when the value is about another account than the link's
 * @throws BranchlineError the router's errors, but for a refusal: a second look at the page brings a used value
 */
export async function confirmBrowser(link: LinkRow, sessionUri: string): Promise<boolean> {
  try {
    const answer = await callingRouter("once", (request) =>
      composio()
        .getClient()
        .post("/api/v3.1/connected_accounts/complete_auth", {
          ...request,
          body: { session_uri: sessionUri, user_id: link.userId },
        }),
    );
    return confirmedSchema.safeParse(answer).data?.connected_account_id === link.accountId;
  } catch (error) {
    if (!isBranchlineError(error) || error.code !== "router_failed") throw error;
    log.warn("connection.not_confirmed", { user: link.userId, account: link.accountId });
    return true;
  }
}
