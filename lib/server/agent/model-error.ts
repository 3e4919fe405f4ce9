import "server-only";
import { APICallError, RetryError } from "ai";
import { BranchlineError, isBranchlineError } from "../errors.ts";

/** Any failure of a model call as one of our errors, by its cause. */
export function modelError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  if (RetryError.isInstance(error)) return modelError(error.lastError);
  if (!APICallError.isInstance(error)) {
    return new BranchlineError("model_failed", "The model's answer broke off.", { cause: error });
  }
  switch (error.statusCode) {
    case undefined:
      return new BranchlineError("model_unreachable", "The model cannot be reached.", {
        cause: error,
      });
    case 401:
    case 403:
      return new BranchlineError(
        "model_refused_key",
        "The model's provider refused this installation's key.",
        {
          cause: error,
        },
      );
    case 404:
      return new BranchlineError(
        "model_failed",
        "The model's provider does not know this model or address.",
        {
          hint: "The administrator has to check OPENAI_MODEL and OPENAI_BASE_URL.",
          cause: error,
        },
      );
    case 429:
      return new BranchlineError("model_busy", "The model's provider is limiting requests.", {
        cause: error,
      });
    default:
      return new BranchlineError(
        "model_failed",
        `The model's provider answered with an error (${error.statusCode}).`,
        {
          cause: error,
        },
      );
  }
}
