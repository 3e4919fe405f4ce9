import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { StateFileError } from "./store/store";

/** Status, numeric code and slug of every failure, as the hosted service sends them. */
const catalogue = {
  noKey: { status: 401, code: 906, slug: "Auth_NoAuthProvided" },
  invalidKey: { status: 401, code: 801, slug: "APIKey_InvalidAPIKey" },
  forbiddenOrigin: { status: 403, code: 10403, slug: "HTTP_Forbidden" },
  invalidBody: { status: 400, code: 10400, slug: "HTTP_BadRequest" },
  badRequest: { status: 400, code: 4300, slug: "ToolRouterV2_BadRequest" },
  noActiveConnection: { status: 400, code: 4302, slug: "ToolRouterV2_NoActiveConnection" },
  noManagedAuth: { status: 400, code: 4308, slug: "ToolRouterV2_NoManagedAuth" },
  invalidAccounts: { status: 400, code: 4305, slug: "ToolRouterV2_InvalidConnectedAccountIds" },
  accountRefused: { status: 400, code: 600, slug: "ConnectedAccount_BadRequest" },
  sessionNotFound: { status: 404, code: 4301, slug: "ToolRouterV2_SessionNotFound" },
  accountNotFound: { status: 404, code: 1810, slug: "ConnectedAccount_NotFound" },
  toolNotFound: { status: 404, code: 2401, slug: "Tool_ToolNotFound" },
  routeNotFound: { status: 404, code: 10404, slug: "HTTP_NotFound" },
  methodNotAllowed: { status: 405, code: 10405, slug: "HTTP_MethodNotAllowed" },
  versionConflict: { status: 409, code: 4330, slug: "ToolRouterV2_SessionConfigConflict" },
  tooLarge: { status: 413, code: 10413, slug: "HTTP_PayloadTooLarge" },
  internal: { status: 500, code: 4340, slug: "ToolRouterV2_InternalServerError" },
} as const satisfies Record<string, { status: number; code: number; slug: string }>;

type HostedErrorKind = keyof typeof catalogue;

/** A failure in the hosted service's envelope. `errors` holds one line per wrong field. */
export class HostedError extends Error {
  override name = "HostedError";
  readonly kind: HostedErrorKind;
  readonly suggestedFix: string | undefined;
  readonly errors: readonly string[];

  constructor(
    kind: HostedErrorKind,
    message: string,
    details: { suggestedFix?: string; errors?: readonly string[] } = {},
  ) {
    super(message);
    this.kind = kind;
    this.suggestedFix = details.suggestedFix;
    this.errors = details.errors ?? [];
  }

  toResponse(headers: Record<string, string> = {}): Response {
    const { status, code, slug } = catalogue[this.kind];
    const error = {
      message: this.message,
      code,
      slug,
      status,
      request_id: randomUUID(),
      ...(this.suggestedFix === undefined ? {} : { suggested_fix: this.suggestedFix }),
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
    };
    return Response.json({ error }, { status, headers });
  }
}

/** A wrong body or query, worded as the hosted service words it. `place` is `payload` or `query`. */
export function validationError(error: z.ZodError, place: string): HostedError {
  const errors = error.issues.map(
    (issue) => `Error in ${[place, ...issue.path.map(String)].join(".")}: ${issue.message}`,
  );
  return new HostedError("invalidBody", "Validation error while processing request", {
    suggestedFix: "Check the fields named in `errors` against the API reference.",
    errors,
  });
}

/** What a caller may be told of any thrown value; what is not a refusal of our own is reported. */
export function toHostedError(error: unknown, reportError: (error: unknown) => void): HostedError {
  if (error instanceof HostedError) return error;
  reportError(error);
  const message =
    error instanceof StateFileError ? error.message : "Something went wrong in the router.";
  return new HostedError("internal", message);
}
