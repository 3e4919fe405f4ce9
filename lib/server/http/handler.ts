import "server-only";
import { authorize } from "../auth/index.ts";
import type { CurrentUser } from "../auth/sessions.ts";
import { environment } from "../environment.ts";
import { BranchlineError, toBranchlineError } from "../errors.ts";
import { log } from "../log.ts";

type RouteContext<Parameters> = { params: Promise<Parameters> };
type Handle<Parameters, Context> = (
  context: { request: Request; parameters: Parameters } & Context,
) => Promise<Response>;

/** The error of any thrown value as a JSON response; what is unexpected is logged, not shown. */
export function errorResponse(thrown: unknown): Response {
  const error = toBranchlineError(thrown);
  if (error.status >= 500) log.error(`http.${error.code}`, error.cause ?? error);
  return Response.json(
    { error: error.view() },
    { status: error.status, headers: { "cache-control": "no-store" } },
  );
}

/** The origin a browser sees this installation at, for this request. */
export function publicOrigin(request: Request): string {
  const configured = environment().publicAddress;
  if (configured) return configured;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const secure = request.headers.get("x-forwarded-proto") === "https";
  return `${secure ? "https" : "http"}://${host}`;
}

/**
 * Refuses requests that change something unless a page of ours made them: route handlers have no protection of their own
 * against other sites.
 */
export function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const own =
    origin !== null && (origin === environment().publicAddress || URL.parse(origin)?.host === host);
  if (!own)
    throw new BranchlineError(
      "forbidden_origin",
      "This request did not come from Branchline itself.",
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

/** A route handler for signed-in people. */
export function handler<Parameters = unknown>(handle: Handle<Parameters, { user: CurrentUser }>) {
  return publicHandler<Parameters>(async (context) =>
    handle({ ...context, user: await authorize() }),
  );
}
