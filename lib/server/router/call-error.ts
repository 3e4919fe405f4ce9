import "server-only";
import { BranchlineError, type ErrorCode, isBranchlineError } from "../errors.ts";
import { answerLimit } from "./bounded-answer.ts";
import { type CallFault, faultOf, mayHaveRun } from "./call-fault.ts";
import { RouterStatusError } from "./exchange-error.ts";
import { pauseBeforeRepeat, shortPause } from "./passing-failure.ts";

type Explanation = { code: ErrorCode; message: string; hint?: string };

/** What to tell a person about a tool that is withheld. */
export function toolChanged(tool: string): Explanation {
  return {
    code: "tool_changed",
    message: `${tool} has changed since it was first seen, so it was not used.`,
  };
}

/** What to tell a person about a fault: what happened and what to do. */
function explain(fault: CallFault): Explanation {
  switch (fault.kind) {
    case "unreachable":
      return { code: "router_unreachable", message: "The tool router cannot be reached." };
    case "silent":
      return { code: "router_timeout", message: "The tool router did not answer in time." };
    case "cut":
      return {
        code: "router_unreachable",
        message: "The connection to the tool router broke before its answer was complete.",
        hint: "Try again.",
      };
    case "unreadable":
      return { code: "router_failed", message: "The tool router's answer cannot be read." };
    case "too-large":
      return {
        code: "router_failed",
        message: `The tool's answer was larger than ${answerLimit / 1_000_000} MB.`,
        hint: "Ask for less at once: a smaller page, one file, one pull request.",
      };
    case "not-a-router":
    case "redirected":
      return {
        code: "router_failed",
        message: "What answers at the tool router's address is not a tool router.",
        hint: "The administrator has to check COMPOSIO_BASE_URL.",
      };
    case "refused-key":
      return {
        code: "router_refused_key",
        message: "The tool router refused this installation's key.",
      };
    case "session-gone":
      return {
        code: "router_failed",
        message: "The tool router no longer knows this session.",
        hint: "Ask again: the next answer opens a new one.",
      };
    case "busy":
      return {
        code: "router_failed",
        message: "The tool router is limiting requests.",
        hint: "Wait a minute and try again.",
      };
    case "tool-gone":
      return {
        code: "tool_failed",
        message: `The tool router no longer offers ${fault.tool}.`,
        hint: "Ask again: the next answer uses the tools it offers now.",
      };
    case "tool-changed":
      return toolChanged(fault.tool);
    case "refused-call":
      return { code: "tool_failed", message: fault.said };
    case "failing":
      return {
        code: "router_failed",
        message: fault.said
          ? `The tool router answered: ${fault.said}`
          : `The tool router answered with an error (${fault.status}).`,
      };
  }
}

/** How long to wait before the same read is asked for again; see {@link RouterCallError.pause}. */
function pauseAfter(fault: CallFault, cause: unknown): number | undefined {
  switch (fault.kind) {
    case "unreachable":
    case "cut":
      return shortPause();
    case "refused-key":
      // Met with keys that are good: the session itself was opened with the same one.
      return cause instanceof RouterStatusError && cause.status === 401 ? shortPause() : undefined;
    case "busy":
    case "failing":
      return cause instanceof RouterStatusError
        ? pauseBeforeRepeat(cause.status, cause.retryAfter)
        : undefined;
    case "silent":
    case "unreadable":
    case "too-large":
    case "not-a-router":
    case "redirected":
    case "session-gone":
    case "tool-gone":
    case "tool-changed":
    case "refused-call":
      return undefined;
  }
}

/** A call to the router that brought no answer, and whether the tool may have run all the same. */
export class RouterCallError extends Error {
  override name = "RouterCallError";
  readonly fault: CallFault["kind"];
  readonly reason: BranchlineError;
  /** False only where the answer, or its absence, proves that nothing was carried out. */
  readonly mayHaveRun: boolean;
  /** Milliseconds after which the same call may succeed; undefined where asking again would not help. */
  readonly pause: number | undefined;

  private constructor(cause: unknown, sent: boolean) {
    const fault = faultOf(cause);
    const { code, message, hint } = isBranchlineError(cause) ? cause : explain(fault);
    super(message, { cause });
    this.fault = fault.kind;
    this.reason = new BranchlineError(code, message, { cause, ...(hint ? { hint } : {}) });
    this.mayHaveRun = sent && mayHaveRun(fault);
    this.pause = pauseAfter(fault, cause);
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
