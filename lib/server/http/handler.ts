import "server-only";
import { authorize } from "../auth/index.ts";
import type { CurrentUser } from "../auth/sessions.ts";
import { type Handle, publicHandler } from "./public-handler.ts";

/** A route handler for signed-in people. */
export function handler<Parameters = unknown>(handle: Handle<Parameters, { user: CurrentUser }>) {
  return publicHandler<Parameters>(async (context) =>
    handle({ ...context, user: await authorize() }),
  );
}
