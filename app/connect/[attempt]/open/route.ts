import { leavingResponse } from "@/lib/server/headers/leaving-response";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { publicOrigin } from "@/lib/server/http/origin";
import { authorizeBrowser } from "@/lib/server/router/connections/browser";
import { openAttempt } from "@/lib/server/router/connections/open-attempt";

/** The button of the connect card and of the connect page: makes the provider's link and goes there, in one step. */
export const POST = handler<{ attempt: string }>(async ({ request, parameters }) => {
  const location = await openAttempt(
    await authorizeBrowser(),
    identifier(parameters.attempt, "connection"),
    publicOrigin(request),
  );
  return leavingResponse(location);
});
