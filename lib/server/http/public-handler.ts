import "server-only";
import { toBranchlineError } from "../errors.ts";
import { limitRequest } from "../limits/requests.ts";
import { log } from "../log.ts";
import { checkAnnouncedSize, usualBodyLimit } from "./body.ts";
import { checkOrigin } from "./origin.ts";

type RouteContext<Parameters> = { params: Promise<Parameters> };
export type Handle<Parameters, Context> = (
  context: { request: Request; parameters: Parameters } & Context,
) => Promise<Response>;
export type RouteHandler<Parameters> = (
  request: Request,
  context: RouteContext<Parameters>,
) => Promise<Response>;

/** The error of any thrown value as a JSON response; what is unexpected is logged, not shown. */
function errorResponse(thrown: unknown): Response {
  const error = toBranchlineError(thrown);
  if (error.status >= 500) log.error(`http.${error.code}`, error.cause ?? error);
  const headers = new Headers();
  if (error.retryAfter !== undefined) headers.set("retry-after", String(error.retryAfter));
  return Response.json({ error: error.view() }, { status: error.status, headers });
}

/** Answers are one person's: nothing on the way keeps them. */
function uncached(response: Response): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

export type HandlerOptions = {
  /** Bytes of a body that it takes at most. */
  bodyLimit?: number;
  /** `any`: it is called by services, which prove themselves by a signature. */
  origin?: "own" | "any";
};

/** A route handler that answers only our own pages, and never throws. */
export function routeHandler<Parameters>(
  handle: Handle<Parameters, unknown>,
  { bodyLimit = usualBodyLimit, origin = "own" }: HandlerOptions = {},
): RouteHandler<Parameters> {
  return async (request, context) => {
    try {
      if (origin === "own") checkOrigin(request);
      checkAnnouncedSize(request, bodyLimit);
      return uncached(await handle({ request, parameters: await context.params }));
    } catch (error) {
      return uncached(errorResponse(error));
    }
  };
}

/** A route handler open to everybody: origin checked, requests counted, errors mapped. */
export function publicHandler<Parameters = unknown>(
  handle: Handle<Parameters, unknown>,
  options: HandlerOptions = {},
): RouteHandler<Parameters> {
  return routeHandler<Parameters>(async (context) => {
    await limitRequest(context.request, null);
    return handle(context);
  }, options);
}
