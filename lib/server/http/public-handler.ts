import "server-only";
import { toBranchlineError } from "../errors.ts";
import { log } from "../log.ts";
import { checkOrigin } from "./origin.ts";

type RouteContext<Parameters> = { params: Promise<Parameters> };
export type Handle<Parameters, Context> = (
  context: { request: Request; parameters: Parameters } & Context,
) => Promise<Response>;

/** The error of any thrown value as a JSON response; what is unexpected is logged, not shown. */
function errorResponse(thrown: unknown): Response {
  const error = toBranchlineError(thrown);
  if (error.status >= 500) log.error(`http.${error.code}`, error.cause ?? error);
  return Response.json(
    { error: error.view() },
    { status: error.status, headers: { "cache-control": "no-store" } },
  );
}

/** A route handler open to everybody: origin checked, errors mapped. */
export function publicHandler<Parameters = unknown>(handle: Handle<Parameters, unknown>) {
  return async (request: Request, context: RouteContext<Parameters>): Promise<Response> => {
    try {
      checkOrigin(request);
      return await handle({ request, parameters: await context.params });
    } catch (error) {
      return errorResponse(error);
    }
  };
}
