import "server-only";
import type { CurrentUser } from "../auth/sessions.ts";
import { notFound } from "../errors.ts";
import { handler } from "./handler.ts";
import type { Handle, RouteHandler } from "./public-handler.ts";

/** A route handler for administrators. Who is one is read from the database at each request; for members there is nothing here. */
export function adminHandler<Parameters = unknown>(
  handle: Handle<Parameters, { user: CurrentUser }>,
): RouteHandler<Parameters> {
  return handler<Parameters>(async (context) => {
    if (context.user.role !== "admin") throw notFound("page");
    return handle(context);
  });
}
