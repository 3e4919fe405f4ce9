import "server-only";
import type { ErrorView } from "@/lib/shared/error";

const marker = Symbol.for("branchline.error");

/** Every code with its HTTP status and, unless the thrower says otherwise, what the person can do. */
const catalogue = {
  invalid_request: { status: 400, hint: undefined },
  not_signed_in: { status: 401, hint: "Sign in and try again." },
  wrong_credentials: { status: 401, hint: "Check both and try again." },
  forbidden_origin: { status: 403, hint: "Reload the page and try again." },
  guests_not_allowed: {
    status: 403,
    hint: "Create an account with an e-mail address and a password.",
  },
  not_found: { status: 404, hint: "It may have been deleted, or it belongs to somebody else." },
  already_decided: { status: 409, hint: "Nothing more to do here." },
  already_exists: { status: 409, hint: undefined },
  run_alive: { status: 409, hint: "Wait for the answer, or stop it first." },
  payload_too_large: { status: 413, hint: "Send less at once: at most 1 MB." },
  unsupported_media_type: { status: 415, hint: "Send JSON with content-type: application/json." },
  router_refused_key: { status: 502, hint: "The administrator has to check COMPOSIO_API_KEY." },
  router_unreachable: {
    status: 502,
    hint: "Check COMPOSIO_BASE_URL and the network, then try again.",
  },
  router_failed: { status: 502, hint: "Try again in a moment." },
  router_timeout: { status: 504, hint: "Try again, or ask for less at once." },
  tool_failed: { status: 502, hint: undefined },
  model_refused_key: { status: 502, hint: "The administrator has to check OPENAI_API_KEY." },
  model_unreachable: {
    status: 502,
    hint: "Check OPENAI_BASE_URL and the network, then try again.",
  },
  model_busy: { status: 503, hint: "Wait a moment and try again." },
  model_failed: { status: 502, hint: "Try again." },
  internal: { status: 500, hint: "Try again. If it happens again, look at the server's log." },
} as const satisfies Record<string, { status: number; hint: string | undefined }>;

export type ErrorCode = keyof typeof catalogue;

/** The one family of errors a person may see. `message` is safe to show; `cause` stays on the server. */
export class BranchlineError extends Error {
  override name = "BranchlineError";
  readonly [marker] = true;
  readonly code: ErrorCode;
  readonly status: number;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = catalogue[code].status;
    this.hint = options.hint ?? catalogue[code].hint;
  }

  view(): ErrorView {
    return { code: this.code, message: this.message, ...(this.hint ? { hint: this.hint } : {}) };
  }
}

/** By marker, because a bundler may load this module twice. */
export function isBranchlineError(error: unknown): error is BranchlineError {
  return typeof error === "object" && error !== null && marker in error;
}

/** Absent and not yours are the same answer. */
export function notFound(what: string): BranchlineError {
  return new BranchlineError("not_found", `There is no such ${what}.`);
}

/** What may be shown of any thrown value: our own errors as they are, everything else as an internal error. */
export function toBranchlineError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  return new BranchlineError("internal", "Something went wrong on the server.", { cause: error });
}
