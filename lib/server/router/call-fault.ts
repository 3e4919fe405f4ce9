import "server-only";
import { McpError, ErrorCode as ProtocolCode } from "@modelcontextprotocol/sdk/types.js";
import { AnswerTooLargeError } from "./bounded-answer.ts";
import {
  answerEnd,
  NotARouterError,
  RouterStatusError,
  ToolChangedError,
  ToolGoneError,
} from "./exchange-error.ts";

/** The ways in which a call to the router can end without an answer. */
export type CallFault =
  /** Not a byte of the call went out. */
  | { kind: "unreachable" }
  /** The limit passed, or the call was left. */
  | { kind: "silent" }
  /** The connection ended before the answer did. */
  | { kind: "cut" }
  | { kind: "unreadable" }
  | { kind: "too-large" }
  /** What answered is none: a page of a proxy, for example. */
  | { kind: "not-a-router" }
  /** A redirect, which is not followed: it would carry the key elsewhere, or a change to the same place twice. */
  | { kind: "redirected" }
  | { kind: "refused-key" }
  | { kind: "session-gone" }
  | { kind: "busy" }
  | { kind: "tool-gone"; tool: string }
  /** Nothing was sent: nobody has accepted what the tool has become. */
  | { kind: "tool-changed"; tool: string }
  /** The protocol's own "no": the call was looked at and not carried out. */
  | { kind: "refused-call"; said: string }
  | { kind: "failing"; status: number; said: string | undefined };

/** Why no connection was made. */
const connectFailures = new Set<unknown>([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const refusals = new Set<number>([
  ProtocolCode.ParseError,
  ProtocolCode.InvalidRequest,
  ProtocolCode.MethodNotFound,
  ProtocolCode.InvalidParams,
]);

function neverLeft({ cause }: Error): boolean {
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    connectFailures.has(cause.code)
  );
}

function faultOfStatus({ status, said }: RouterStatusError): CallFault {
  if (status === 401 || status === 403) return { kind: "refused-key" };
  if (status === 404) return { kind: "session-gone" };
  if (status === 429) return { kind: "busy" };
  if (status >= 300 && status < 400) return { kind: "redirected" };
  return { kind: "failing", status, said };
}

function faultOfProtocol({ code, message }: McpError): CallFault {
  switch (code) {
    case ProtocolCode.RequestTimeout:
      return { kind: "silent" };
    case ProtocolCode.ConnectionClosed:
    case answerEnd.cut:
      return { kind: "cut" };
    case answerEnd.unreadable:
      return { kind: "unreadable" };
    case answerEnd.tooLarge:
      return { kind: "too-large" };
    default:
      return refusals.has(code)
        ? { kind: "refused-call", said: message.slice(0, 2_000) }
        : { kind: "failing", status: code, said: undefined };
  }
}

/** Which fault a thrown value stands for; a broken connection where nothing better is known. */
export function faultOf(error: unknown): CallFault {
  if (error instanceof RouterStatusError) return faultOfStatus(error);
  if (error instanceof McpError) return faultOfProtocol(error);
  if (error instanceof DOMException && error.name === "TimeoutError") return { kind: "silent" };
  if (error instanceof AnswerTooLargeError) return { kind: "too-large" };
  if (error instanceof NotARouterError) return { kind: "not-a-router" };
  if (error instanceof ToolGoneError) return { kind: "tool-gone", tool: error.tool };
  if (error instanceof ToolChangedError) return { kind: "tool-changed", tool: error.tool };
  if (error instanceof SyntaxError || (error instanceof Error && /ZodError$/.test(error.name)))
    return { kind: "unreadable" };
  return { kind: error instanceof Error && neverLeft(error) ? "unreachable" : "cut" };
}

/** Statuses of a request that was looked at and not carried out. */
const refusedStatuses = new Set([400, 405, 406, 413, 415, 422]);

/** Whether the tool may have run although its answer did not come. */
export function mayHaveRun(fault: CallFault): boolean {
  switch (fault.kind) {
    case "unreachable":
    case "redirected":
    case "refused-key":
    case "session-gone":
    case "busy":
    case "tool-gone":
    case "tool-changed":
    case "refused-call":
      return false;
    case "failing":
      return !refusedStatuses.has(fault.status);
    case "silent":
    case "cut":
    case "unreadable":
    case "too-large":
    case "not-a-router":
      return true;
  }
}
