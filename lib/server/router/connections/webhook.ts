import "server-only";
import { z } from "zod";
import { environment } from "../../environment.ts";
import { BranchlineError, notFound } from "../../errors.ts";
import { say } from "../../say.ts";
import { composio } from "../composio.ts";
import { noteExpiry } from "./expired-accounts.ts";

/** Source: https://docs.composio.dev/docs/webhook-verification; the other events are about nothing that we use. */
const expirySchema = z.object({
  type: z.literal("composio.connected_account.expired"),
  data: z.object({ id: z.string(), user_id: z.uuid() }),
});

/** A message of the router's as it came: its text, and the headers that prove it. */
export type SignedMessage = { payload: string; id: string; timestamp: string; signature: string };

/**
 * Takes what the router tells by itself. Only what is signed with the shared secret counts, within five minutes; and of that
 * only whose account to look at, which the router is asked about.
 *
 * @throws BranchlineError `not_found` without a secret, `not_signed` for a message that is not the router's
 */
export async function receiveWebhook(message: SignedMessage): Promise<void> {
  const secret = environment().webhookSecret;
  if (!secret) throw notFound("webhook");
  const { rawPayload } = await composio()
    .triggers.verifyWebhook({ ...message, secret })
    .catch((cause: unknown) => {
      throw new BranchlineError("not_signed", say("notSigned"), { cause });
    });
  const { data: event } = expirySchema.safeParse(rawPayload);
  if (event) await noteExpiry(event.data.user_id, event.data.id);
}
