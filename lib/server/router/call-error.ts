import "server-only";
import { StreamableHTTPError } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import { BranchlineError } from "../errors.ts";

/** Answers that say the call was looked at and not carried out. */
const refusedStatuses = new Set([400, 401, 403, 404, 405, 406, 413, 415, 422, 429]);
const refusedCodes = new Set<number>([
  ErrorCode.ParseError,
  ErrorCode.InvalidRequest,
  ErrorCode.MethodNotFound,
  ErrorCode.InvalidParams,
]);

function describe(error: unknown): BranchlineError {
  if (error instanceof StreamableHTTPError) {
    if (error.code === 401 || error.code === 403) {
      return new BranchlineError(
        "router_refused_key",
        "The tool router refused this installation's key.",
        { cause: error },
      );
    }
    return new BranchlineError(
      "router_failed",
      `The tool router answered with an error (${error.code ?? "unreadable"}).`,
      {
        cause: error,
      },
    );
  }
  if (error instanceof McpError) {
    if (error.code === ErrorCode.RequestTimeout) {
      return new BranchlineError("router_timeout", "The tool router did not answer in time.", {
        cause: error,
      });
    }
    if (refusedCodes.has(error.code)) {
      return new BranchlineError("tool_failed", error.message.slice(0, 2_000), { cause: error });
    }
  }
  return new BranchlineError("router_unreachable", "The connection to the tool router broke.", {
    cause: error,
  });
}

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ECONNREFUSED"
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

  private constructor(cause: unknown) {
    super(describe(cause).message, { cause });
    this.reason = describe(cause);
    const refused =
      (cause instanceof StreamableHTTPError && refusedStatuses.has(cause.code ?? 0)) ||
      (cause instanceof McpError && refusedCodes.has(cause.code));
    this.mayHaveRun = !refused && !neverLeft(cause);
    this.sessionGone = cause instanceof StreamableHTTPError && cause.code === 404;
  }

  static from(error: unknown): RouterCallError {
    return error instanceof RouterCallError ? error : new RouterCallError(error);
  }
}
