import "server-only";
import type { Sentence } from "../../language/sentence.ts";
import { BranchlineError, type ErrorCode, isBranchlineError } from "../errors.ts";
import { quote, say } from "../say.ts";
import { answerLimit } from "./bounded-answer.ts";
import { type CallFault, faultOf, mayHaveRun } from "./call-fault.ts";
import { RouterStatusError } from "./exchange-error.ts";
import { pauseBeforeRepeat, shortPause } from "./passing-failure.ts";

type Explanation = { code: ErrorCode; message: Sentence; hint?: Sentence | undefined };

/** What to tell a person about a tool that is withheld. */
export function toolChanged(tool: string): Explanation {
  return {
    code: "tool_changed",
    message: say("toolChanged", tool),
  };
}

/** What to tell a person about a fault: what happened and what to do. */
function explain(fault: CallFault): Explanation {
  switch (fault.kind) {
    case "unreachable":
      return { code: "router_unreachable", message: say("routerUnreachable") };
    case "silent":
      return { code: "router_timeout", message: say("routerSilent") };
    case "cut":
      return {
        code: "router_unreachable",
        message: say("routerCut"),
        hint: say("again"),
      };
    case "unreadable":
      return { code: "router_failed", message: say("routerUnreadable") };
    case "too-large":
      return {
        code: "router_failed",
        message: say("toolAnswerTooLarge", answerLimit / 1_000_000),
        hint: say("askForSmaller"),
      };
    case "not-a-router":
    case "redirected":
      return {
        code: "router_failed",
        message: say("notARouter"),
        hint: say("checkRouterAddress"),
      };
    case "refused-key":
      return {
        code: "router_refused_key",
        message: say("routerKeyRefused"),
      };
    case "session-gone":
      return {
        code: "router_failed",
        message: say("sessionGone"),
        hint: say("askForNewSession"),
      };
    case "busy":
      return {
        code: "router_failed",
        message: say("routerLimits"),
        hint: say("waitAMinute"),
      };
    case "tool-gone":
      return {
        code: "tool_failed",
        message: say("toolGone", fault.tool),
        hint: say("askForOfferedTools"),
      };
    case "tool-changed":
      return toolChanged(fault.tool);
    case "refused-call":
      return { code: "tool_failed", message: quote(fault.said) };
    case "failing":
      return {
        code: "router_failed",
        message: fault.said ? say("routerSaid", fault.said) : say("routerFailed", fault.status),
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
    const { code, message, hint }: Explanation = isBranchlineError(cause)
      ? { code: cause.code, ...cause.said }
      : explain(fault);
    super(message.english, { cause });
    this.fault = fault.kind;
    this.reason = new BranchlineError(code, message, { cause, hint });
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
