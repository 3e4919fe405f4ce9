import { toBranchlineError } from "@/lib/server/errors";
import { leavingResponse } from "@/lib/server/headers/leaving-response";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { publicOrigin } from "@/lib/server/http/origin";
import { log } from "@/lib/server/log";
import { authorizeBrowser } from "@/lib/server/router/connections/browser";
import { openAttempt } from "@/lib/server/router/connections/open-attempt";

/** The button of the connect card and of the connect page: makes the provider's link and goes there, in one step. */
export const POST = handler<{ attempt: string }>(async ({ request, parameters }) => {
  const id = identifier(parameters.attempt, "connection");
  const opener = await authorizeBrowser();
  try {
    return leavingResponse(await openAttempt(opener, id, publicOrigin(request)));
  } catch (thrown) {
    const error = toBranchlineError(thrown);
    if (!/^(router|toolkit)_/.test(error.code)) throw error;
    log.error(`connect.${error.code}`, error.cause ?? error);
    // A person is in front of this: the attempt's own page says what happened and how to go on.
    return leavingResponse(`/connect/${id}`);
  }
});
