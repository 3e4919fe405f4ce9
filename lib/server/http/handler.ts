import "server-only";
import { currentSession } from "../auth/index.ts";
import { noteRefusal } from "../auth/refusals.ts";
import type { CurrentUser } from "../auth/sessions.ts";
import { BranchlineError } from "../errors.ts";
import { limitRequest } from "../limits/requests.ts";
import { say } from "../say.ts";
import {
  type Handle,
  type HandlerOptions,
  type RouteHandler,
  routeHandler,
} from "./public-handler.ts";
import { endWithSession } from "./session-stream.ts";

/** A route handler for signed-in people: everything a public one does, and their requests are counted as theirs. */
export function handler<Parameters = unknown>(
  handle: Handle<Parameters, { user: CurrentUser }>,
  options: HandlerOptions = {},
): RouteHandler<Parameters> {
  return routeHandler<Parameters>(async (context) => {
    const session = await currentSession();
    await limitRequest(context.request, session?.user.id ?? null);
    if (!session) throw new BranchlineError("not_signed_in", say("notSignedIn"));
    const { user } = session;
    const response = await handle({ ...context, user }).catch(async (error: unknown) => {
      await noteRefusal(user.id, error);
      throw error;
    });
    return endWithSession(response, session.id);
  }, options);
}
