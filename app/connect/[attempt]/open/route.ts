import { leavingResponse } from "@/lib/server/headers/leaving-response";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { publicOrigin } from "@/lib/server/http/origin";
import { openAttempt } from "@/lib/server/router/connections/open-attempt";

/** The button of the connect card and of the connect page: makes the provider's link and goes there, in one step. */
export const POST = handler<{ attempt: string }>(async ({ request, parameters, user }) => {
  const location = await openAttempt(
    user.id,
    identifier(parameters.attempt, "connection"),
    publicOrigin(request),
  );
  return leavingResponse(location);
});
