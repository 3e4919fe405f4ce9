import { z } from "zod";

/** Where a person goes back to after the consent page. Anything but http(s) could run as script in their browser. */
export const callbackSchema = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .max(2048);

/** The callback with the outcome appended; its own query stays exactly as it was. */
export function callbackWithOutcome(
  callback: string,
  outcome: { status: "success" | "failed"; accountId: string },
): string {
  const url = new URL(callback);
  const added = `status=${outcome.status}&connected_account_id=${outcome.accountId}`;
  url.search = url.search === "" ? added : `${url.search}&${added}`;
  return url.href;
}
