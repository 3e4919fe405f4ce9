import "server-only";
import {
  APICallError,
  JSONParseError,
  NoOutputGeneratedError,
  StreamProviderError,
  TypeValidationError,
} from "ai";
import { z } from "zod";
import { BranchlineError, isBranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** What a provider says about a failure: HTTP status, its own code, its sentence. */
type Fault = { status: number | undefined; code: string; message: string };

const codeSchema = z.union([z.string(), z.number()]).nullish();
const detailSchema = z.object({ code: codeSchema, type: z.string().nullish() });
/** A provider's error as the body of an answer, as an event of a stream, or as the end of a response. */
const bodySchema = detailSchema.extend({
  error: detailSchema.nullish(),
  response: z.object({ error: detailSchema.nullish() }).nullish(),
});

function codeIn(data: unknown): string {
  const body = bodySchema.safeParse(data).data;
  const detail = body?.response?.error ?? body?.error ?? body;
  return String(detail?.code ?? detail?.type ?? "");
}

function faultOf(error: APICallError | StreamProviderError): Fault {
  const code = StreamProviderError.isInstance(error) ? error.code : undefined;
  return {
    status: error.statusCode,
    code: String(code ?? codeIn(error.data)),
    message: error.message,
  };
}

const contextCodes = new Set(["context_length_exceeded", "context_window_exceeded"]);
const contextWords = /context (?:length|window)|prompt is too long|too many (?:input )?tokens/i;
const quotaCodes = new Set(["insufficient_quota", "billing_hard_limit_reached"]);
const filterCodes = new Set(["content_filter", "content_policy_violation", "invalid_prompt"]);

function isContextTooLong({ status = 400, code, message }: Fault): boolean {
  const refused = status === 400 || status === 413 || status === 422;
  return contextCodes.has(code) || (refused && contextWords.test(message));
}

function errorForStatus(status: number, cause: unknown): BranchlineError {
  switch (status) {
    case 401:
    case 403: {
      const message = say("modelKeyRefused");
      return new BranchlineError("model_refused_key", message, { cause });
    }
    case 404:
      return new BranchlineError("model_failed", say("modelUnknown"), {
        hint: say("checkModelName"),
        cause,
      });
    case 429: {
      const message = say("modelLimits");
      return new BranchlineError("model_busy", message, { cause });
    }
    case 408:
    case 409: {
      const message = say("modelNotNow", status);
      return new BranchlineError("model_unavailable", message, { cause });
    }
  }
  if (status < 400) return unreadable(cause);
  if (status < 500) {
    const message = say("modelRefused", status);
    return new BranchlineError("model_failed", message, { cause });
  }
  const message = say("modelTroubled", status);
  return new BranchlineError("model_unavailable", message, { cause });
}

function errorForFault(fault: Fault, cause: APICallError | StreamProviderError): BranchlineError {
  if (isContextTooLong(fault)) {
    const message = say("conversationTooLong");
    return new BranchlineError("context_too_long", message, { cause });
  }
  if (quotaCodes.has(fault.code)) {
    const message = say("quotaUsedUp");
    return new BranchlineError("model_quota_used_up", message, { cause });
  }
  if (filterCodes.has(fault.code)) return withheld(cause);
  if (fault.status !== undefined) return errorForStatus(fault.status, cause);
  // Without a status nothing was answered, unless something was that the SDK could not make sense of.
  return cause.isRetryable
    ? new BranchlineError("model_unreachable", say("modelUnreachable"), { cause })
    : unreadable(cause);
}

export function unreadable(cause?: unknown): BranchlineError {
  const message = say("modelUnreadable");
  return new BranchlineError("model_unreadable", message, { cause });
}

/** What was said until then is kept. */
export function interrupted(cause: unknown): BranchlineError {
  return new BranchlineError("model_interrupted", say("answerBrokeOff"), { cause });
}

export function withheld(cause?: unknown): BranchlineError {
  const message = say("answerWithheld");
  return new BranchlineError("model_withheld", message, { cause });
}

/** Any failure of a model call as one of our errors, by its cause. */
export function modelError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  if (APICallError.isInstance(error) || StreamProviderError.isInstance(error))
    return errorForFault(faultOf(error), error);
  const senseless =
    typeof error === "string" ||
    JSONParseError.isInstance(error) ||
    TypeValidationError.isInstance(error) ||
    NoOutputGeneratedError.isInstance(error);
  if (senseless) return unreadable(error);
  return new BranchlineError("model_failed", say("modelNotAsked"), { cause: error });
}
