import "server-only";
import type { ErrorView } from "@/lib/shared/error";
import { type StorageFailure, storageFailure } from "./database/failure.ts";
import { withholdSecrets } from "./withheld.ts";

const marker = Symbol.for("branchline.error");

/** Every code with its HTTP status and, unless the thrower says otherwise, what the person can do. */
const catalogue = {
  invalid_request: { status: 400, hint: undefined },
  invalid_arguments: { status: 422, hint: "Change it, or say no and ask for it as you want it." },
  not_signed_in: { status: 401, hint: "Sign in and try again." },
  wrong_credentials: { status: 401, hint: "Check both and try again." },
  forbidden_origin: { status: 403, hint: "Reload the page and try again." },
  guests_not_allowed: {
    status: 403,
    hint: "Create an account with an e-mail address and a password.",
  },
  read_only: {
    status: 403,
    hint: "Switch read-only off below the message box, and answer again.",
  },
  not_found: { status: 404, hint: "It may have been deleted, or it belongs to somebody else." },
  already_decided: { status: 409, hint: "Nothing more to do here." },
  approval_expired: { status: 410, hint: "Ask again if you still want it." },
  tool_changed: {
    status: 409,
    hint: "Look at what changed on the Tools page, and accept it there if it is right.",
  },
  already_exists: { status: 409, hint: undefined },
  share_changed: { status: 409, hint: "Look at it again before you go on." },
  page_loading: { status: 409, hint: "Try again in a moment." },
  run_alive: { status: 409, hint: "Wait for the answer, or stop it first." },
  token_limit: { status: 429, hint: "Come back when it has ended." },
  too_many_requests: { status: 429, hint: "Wait a moment and try again." },
  payload_too_large: { status: 413, hint: "Send less at once: at most 1 MB." },
  unsupported_media_type: { status: 415, hint: "Send JSON with content-type: application/json." },
  router_refused_key: { status: 502, hint: "The administrator has to check COMPOSIO_API_KEY." },
  router_unreachable: {
    status: 502,
    hint: "Check COMPOSIO_BASE_URL and the network, then try again.",
  },
  router_failed: { status: 502, hint: "Try again in a moment." },
  router_timeout: { status: 504, hint: "Try again, or ask for less at once." },
  toolkit_not_configured: {
    status: 502,
    hint: "The administrator has to add an auth config for it in Composio.",
  },
  tool_failed: { status: 502, hint: undefined },
  model_refused_key: { status: 502, hint: "The administrator has to check OPENAI_API_KEY." },
  model_unreachable: {
    status: 502,
    hint: "Check OPENAI_BASE_URL and the network, then try again.",
  },
  model_busy: { status: 503, hint: "Wait a moment and try again." },
  model_quota_used_up: {
    status: 503,
    hint: "The administrator has to look at the plan and the bill with the model's provider.",
  },
  model_unavailable: { status: 503, hint: "Wait a moment and try again." },
  model_stalled: { status: 504, hint: "Go on from here, or ask for less at once." },
  model_interrupted: { status: 502, hint: "What came is kept. Go on from here." },
  model_unreadable: {
    status: 502,
    hint: "Try again. If it happens again, the administrator has to check OPENAI_BASE_URL.",
  },
  model_declined: { status: 502, hint: "Say it differently, or ask for something else." },
  model_withheld: { status: 502, hint: "Say it differently." },
  model_length_reached: { status: 502, hint: "Go on from here, or ask for a shorter answer." },
  context_too_long: { status: 413, hint: "Begin a new chat, or ask for less at once." },
  model_failed: { status: 502, hint: "Try again." },
  not_saved: {
    status: 503,
    hint: "Try again in a moment. If it does not help, the administrator has to free room on the server's disk.",
  },
  storage_unavailable: {
    status: 503,
    hint: "Try again in a moment. If it does not help, the administrator has to look at the server's disk and log.",
  },
  internal: { status: 500, hint: "Try again. If it happens again, look at the server's log." },
} as const satisfies Record<string, { status: number; hint: string | undefined }>;

export type ErrorCode = keyof typeof catalogue;

/** What was asked for and is not there for whoever asked: it may be absent, or somebody else's. */
export type Subject = {
  kind: "chat" | "message" | "action" | "approval" | "attempt" | "account" | "share" | "permission";
  id: string;
};

/** The one family of errors a person may see. `message` is safe to show; `cause` stays on the server. */
export class BranchlineError extends Error {
  override name = "BranchlineError";
  readonly [marker] = true;
  readonly code: ErrorCode;
  readonly status: number;
  readonly hint: string | undefined;
  /** Seconds after which the same request may be answered. */
  readonly retryAfter: number | undefined;
  /** Stays on the server. */
  readonly subject: Subject | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; cause?: unknown; retryAfter?: number; subject?: Subject } = {},
  ) {
    super(withholdSecrets(message), { cause: options.cause });
    this.code = code;
    this.status = catalogue[code].status;
    this.hint = options.hint === undefined ? catalogue[code].hint : withholdSecrets(options.hint);
    this.retryAfter = options.retryAfter;
    this.subject = options.subject;
  }

  view(): ErrorView {
    return { code: this.code, message: this.message, ...(this.hint ? { hint: this.hint } : {}) };
  }
}

/** By marker, because a bundler may load this module twice. */
export function isBranchlineError(error: unknown): error is BranchlineError {
  return typeof error === "object" && error !== null && marker in error;
}

/** Absent and not yours are the same answer; which of the two it was, the log tells by its `subject`. */
export function notFound(what: string, subject?: Subject): BranchlineError {
  const message = `There is no such ${what}.`;
  return new BranchlineError("not_found", message, subject ? { subject } : {});
}

const storageReasons: Record<StorageFailure, string> = {
  full: "the server's disk is full",
  away: "the database cannot be reached",
};

/** What a failure of the database means for something that was to be stored; null when it was not the database that failed. */
export function notSaved(what: string, cause: unknown): BranchlineError | null {
  const failure = storageFailure(cause);
  if (!failure) return null;
  return new BranchlineError("not_saved", `${what} was not saved: ${storageReasons[failure]}.`, {
    cause,
  });
}

/** What may be shown of any thrown value: our own errors as they are, everything else as an internal error. */
export function toBranchlineError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  switch (storageFailure(error)) {
    case "full":
      return new BranchlineError("not_saved", "Nothing was saved: the server's disk is full.", {
        cause: error,
      });
    case "away":
      return new BranchlineError(
        "storage_unavailable",
        "Branchline cannot reach its database just now.",
        { cause: error },
      );
    case null:
      break;
  }
  return new BranchlineError("internal", "Something went wrong on the server.", { cause: error });
}
