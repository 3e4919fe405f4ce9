import "server-only";
import { StreamableHTTPError } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import { BranchlineError } from "../errors.ts";

/** Answers that say the call was looked at and not carried out; a redirect is not followed. */
const refusedStatuses = new Set([
  301, 302, 307, 308, 400, 401, 403, 404, 405, 406, 413, 415, 422, 429,
]);
const refusedCodes = new Set<number>([
  ErrorCode.ParseError,
  ErrorCode.InvalidRequest,
  ErrorCode.MethodNotFound,
  ErrorCode.InvalidParams,
]);
/** Why no connection was made: not a byte of the call went out. */
const connectFailures = new Set<unknown>([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const failed = (message: string, cause: unknown, hint?: string) =>
  new BranchlineError("router_failed", message, { cause, ...(hint ? { hint } : {}) });

function viewOfStatus(error: StreamableHTTPError): BranchlineError {
  const status = error.code ?? -1;
  if (status === 401 || status === 403) {
    return new BranchlineError(
      "router_refused_key",
      "The tool router refused this installation's key.",
      { cause: error },
    );
  }
  // The SDK's own number for an answer that is neither JSON nor an event stream: a page of a proxy, for example.
  if (status < 0 || (status >= 300 && status < 400)) {
    return failed(
      "What answers at the tool router's address is not a tool router.",
      error,
      "The administrator has to check COMPOSIO_BASE_URL.",
    );
  }
  return failed(`The tool router answered with an error (${status}).`, error);
}

function viewOf(error: unknown): BranchlineError {
  if (error instanceof StreamableHTTPError) return viewOfStatus(error);
  if (error instanceof McpError) {
    if (error.code === ErrorCode.RequestTimeout) {
      return new BranchlineError("router_timeout", "The tool router did not answer in time.", {
        cause: error,
      });
    }
    if (refusedCodes.has(error.code)) {
      return new BranchlineError("tool_failed", error.message.slice(0, 2_000), { cause: error });
    }
    if (error.code !== ErrorCode.ConnectionClosed) {
      return failed(`The tool router answered with an error (${error.code}).`, error);
    }
  }
  if (error instanceof SyntaxError || (error instanceof Error && /ZodError$/.test(error.name))) {
    return failed("The tool router's answer cannot be read.", error);
  }
  return new BranchlineError("router_unreachable", "The connection to the tool router broke.", {
    cause: error,
  });
}

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    connectFailures.has(cause.code)
  );
}

function wasRefused(error: unknown): boolean {
  return (
    (error instanceof StreamableHTTPError && refusedStatuses.has(error.code ?? 0)) ||
    (error instanceof McpError && refusedCodes.has(error.code))
  );
}

/** A call to the router that brought no answer, and whether the tool may have run all the same. */
export class RouterCallError extends Error {
  override name = "RouterCallError";
  readonly reason: BranchlineError;
  /** False only where the answer, or its absence, proves that nothing was carried out. */
  readonly mayHaveRun: boolean;
  /** The server no longer knows the protocol session. */
  readonly sessionGone: boolean;

  private constructor(cause: unknown, sent: boolean) {
    const reason = viewOf(cause);
    super(reason.message, { cause });
    this.reason = reason;
    this.mayHaveRun = sent && !wasRefused(cause) && !neverLeft(cause);
    this.sessionGone = cause instanceof StreamableHTTPError && cause.code === 404;
  }

  static from(error: unknown): RouterCallError {
    return isRouterCallError(error) ? error : new RouterCallError(error, true);
  }

  /** For what went wrong before the call itself was sent. */
  static beforeSending(error: unknown): RouterCallError {
    return isRouterCallError(error) && !error.mayHaveRun
      ? error
      : new RouterCallError(isRouterCallError(error) ? error.cause : error, false);
  }
}

/** By name, because a bundler may load this module twice and both copies share the router's clients. */
export function isRouterCallError(error: unknown): error is RouterCallError {
  return error instanceof Error && error.name === "RouterCallError";
}
