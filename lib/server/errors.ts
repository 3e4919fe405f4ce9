import "server-only";
import type { ErrorView } from "@/lib/shared/error";
import type { Missing, Unsaved } from "../language/english/errors/requests.ts";
import { errorViewOf, type Sentence } from "../language/sentence.ts";
import { type StorageFailure, storageFailure } from "./database/failure.ts";
import { say } from "./say.ts";
import { withholdSecrets } from "./withheld.ts";

const marker = Symbol.for("branchline.error");

/** Every code with its HTTP status and, unless the thrower says otherwise, what the person can do. */
const catalogue = {
  invalid_request: { status: 400, hint: undefined },
  invalid_attachment: { status: 422, hint: say("chooseAnotherFile") },
  attachments_full: { status: 413, hint: say("deleteChatsWithFiles") },
  invalid_arguments: { status: 422, hint: say("changeOrDecline") },
  not_signed_in: { status: 401, hint: say("signInAgain") },
  wrong_credentials: { status: 401, hint: say("checkBoth") },
  not_signed: { status: 401, hint: say("checkWebhookSecret") },
  forbidden_origin: { status: 403, hint: say("reloadAndTry") },
  guests_not_allowed: {
    status: 403,
    hint: say("signInOtherwise"),
  },
  passwords_not_allowed: { status: 403, hint: say("signInOtherwise") },
  sign_in_cancelled: { status: 401, hint: say("tryAgainOrOtherwise") },
  sign_in_failed: { status: 401, hint: say("beginHere") },
  domain_not_allowed: { status: 403, hint: say("useWorkAddress") },
  account_disabled: { status: 403, hint: say("askAdministratorToEnable") },
  own_account: { status: 409, hint: say("letAnotherDoIt") },
  email_not_verified: { status: 403, hint: say("verifyThere") },
  identity_provider_unreachable: { status: 502, hint: say("inAMoment") },
  read_only: {
    status: 403,
    hint: say("switchReadOnlyOff"),
  },
  not_found: { status: 404, hint: say("deletedOrForeign") },
  already_decided: { status: 409, hint: say("nothingToDo") },
  approval_expired: { status: 410, hint: say("askAgainIfWanted") },
  tool_changed: {
    status: 409,
    hint: say("lookAtTools"),
  },
  already_exists: { status: 409, hint: undefined },
  share_changed: { status: 409, hint: say("lookAgain") },
  page_loading: { status: 409, hint: say("inAMoment") },
  run_alive: { status: 409, hint: say("waitOrStop") },
  token_limit: { status: 429, hint: say("whenItEnded") },
  too_many_requests: { status: 429, hint: say("waitAMoment") },
  payload_too_large: { status: 413, hint: say("sendLess") },
  unsupported_media_type: { status: 415, hint: say("sendJson") },
  router_refused_key: { status: 502, hint: say("checkRouterKey") },
  router_unreachable: {
    status: 502,
    hint: say("checkRouterAddressAndNetwork"),
  },
  router_failed: { status: 502, hint: say("inAMoment") },
  router_timeout: { status: 504, hint: say("askForLess") },
  toolkit_not_configured: {
    status: 502,
    hint: say("addAuthConfig"),
  },
  tool_failed: { status: 502, hint: undefined },
  model_refused_key: { status: 502, hint: say("checkModelKey") },
  model_unreachable: {
    status: 502,
    hint: say("checkModelAddress"),
  },
  model_busy: { status: 503, hint: say("waitAMoment") },
  model_quota_used_up: {
    status: 503,
    hint: say("lookAtBill"),
  },
  model_unavailable: { status: 503, hint: say("waitAMoment") },
  model_stalled: { status: 504, hint: say("goOnOrLess") },
  model_interrupted: { status: 502, hint: say("goOn") },
  model_unreadable: {
    status: 502,
    hint: say("tryThenCheckModelAddress"),
  },
  model_declined: { status: 502, hint: say("sayOtherwiseOrElse") },
  model_withheld: { status: 502, hint: say("sayOtherwise") },
  model_length_reached: { status: 502, hint: say("goOnOrShorter") },
  context_too_long: { status: 413, hint: say("newChatOrLess") },
  model_failed: { status: 502, hint: say("again") },
  not_saved: {
    status: 503,
    hint: say("freeRoom"),
  },
  storage_unavailable: {
    status: 503,
    hint: say("lookAtDisk"),
  },
  internal: { status: 500, hint: say("lookAtLog") },
} as const satisfies Record<string, { status: number; hint: Sentence | undefined }>;

export type ErrorCode = keyof typeof catalogue;
export const errorCodes: readonly string[] = Object.keys(catalogue);

/** What was asked for and is not there for whoever asked: it may be absent, or somebody else's. */
export type Subject = {
  kind:
    | "chat"
    | "message"
    | "attachment"
    | "action"
    | "approval"
    | "attempt"
    | "account"
    | "share"
    | "permission"
    | "project";
  id: string;
};

/** A sentence without the secrets that a service may have put into it. */
function safe({ english, said }: Sentence): Sentence {
  const values = said?.values?.map((value) =>
    typeof value === "string" ? withholdSecrets(value) : value,
  );
  return {
    english: withholdSecrets(english),
    ...(said ? { said: { ...said, ...(values ? { values } : {}) } } : {}),
  };
}

/** The one family of errors a person may see. `message` is safe to show; `cause` stays on the server. */
export class BranchlineError extends Error {
  override name = "BranchlineError";
  readonly [marker] = true;
  readonly code: ErrorCode;
  readonly status: number;
  /** What happened, and what to do about it, in every language. */
  readonly said: { message: Sentence; hint: Sentence | undefined };
  /** Seconds after which the same request may be answered. */
  readonly retryAfter: number | undefined;
  /** Stays on the server. */
  readonly subject: Subject | undefined;

  constructor(
    code: ErrorCode,
    message: Sentence,
    options: {
      hint?: Sentence | undefined;
      cause?: unknown;
      retryAfter?: number;
      subject?: Subject;
    } = {},
  ) {
    const happened = safe(message);
    super(happened.english, { cause: options.cause });
    const hint = options.hint ?? catalogue[code].hint;
    this.said = { message: happened, hint: hint && safe(hint) };
    this.code = code;
    this.status = catalogue[code].status;
    this.retryAfter = options.retryAfter;
    this.subject = options.subject;
  }

  get hint(): string | undefined {
    return this.said.hint?.english;
  }

  view(): ErrorView {
    return errorViewOf(this.code, this.said.message, this.said.hint);
  }
}

/** By marker, because a bundler may load this module twice. */
export function isBranchlineError(error: unknown): error is BranchlineError {
  return typeof error === "object" && error !== null && marker in error;
}

/** Absent and not yours are the same answer; which of the two it was, the log tells by its `subject`. */
export function notFound(what: Missing, subject?: Subject): BranchlineError {
  return new BranchlineError("not_found", say("missing", what), subject ? { subject } : {});
}

const unsaved = {
  full: "notSavedDiskFull",
  away: "notSavedNoDatabase",
} as const satisfies Record<StorageFailure, string>;

/** What a failure of the database means for something that was to be stored; null when it was not the database that failed. */
export function notSaved(what: Unsaved, cause: unknown): BranchlineError | null {
  const failure = storageFailure(cause);
  if (!failure) return null;
  return new BranchlineError("not_saved", say(unsaved[failure], what), { cause });
}

/** What may be shown of any thrown value: our own errors as they are, everything else as an internal error. */
export function toBranchlineError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  switch (storageFailure(error)) {
    case "full":
      return new BranchlineError("not_saved", say("nothingSaved"), {
        cause: error,
      });
    case "away":
      return new BranchlineError("storage_unavailable", say("databaseUnreachable"), {
        cause: error,
      });
    case null:
      break;
  }
  return new BranchlineError("internal", say("internal"), { cause: error });
}
