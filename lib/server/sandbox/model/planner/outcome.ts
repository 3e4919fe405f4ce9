import { isRecord, stringField } from "../data/values";
import { CutValue, type ToolOutput } from "./tool-output";

/** What a look at Bitbucket told about a change whose answer never came. */
export type Finding = {
  verdict: "done" | "not done" | "unclear";
  /** What was seen, to follow a dash: "the branch `x` is there in `acme/api`". */
  seen: string;
};

/** How one action went, as far as its output tells. */
export type Outcome =
  /** `complete` is false when the output was cut: lists in it may miss their end. */
  | { status: "succeeded"; data: unknown; complete: boolean }
  | { status: "failed"; message: string; httpStatus?: number; hint?: string }
  /** The person said no. */
  | { status: "denied"; reason?: string }
  /** A rule of the chat said no: read-only, a tool that must not run. */
  | { status: "blocked"; message: string }
  /** Stopped before it was sent. */
  | { status: "cancelled" }
  /** Sent, and no answer came. `finding`: what a look afterwards told. */
  | { status: "unknown"; finding?: Finding }
  /** No account is connected. */
  | { status: "disconnected"; message: string }
  /** The person chose not to connect an account. */
  | { status: "unconnected" }
  /** Words instead of data: an old turn's result that was shortened to a note. */
  | { status: "unreadable"; text: string };

const words = {
  denied:
    /\b(?:you|user|person|they|human|owner)\b[^.]{0,40}\b(?:denied|declined|rejected|refused|said no|did not (?:allow|approve))|\b(?:denied|declined|rejected|refused) by (?:the |this )?(?:user|person|human)|execution (?:was )?denied|not approved|\bsaid no\b/i,
  blocked: /\bread[- ]only\b|blocked by (?:the )?policy|refused by (?:the )?policy/i,
  unknown: /may have gone through|outcome is unknown|no answer came|unknown outcome/i,
  cancelled:
    /\b(?:was|were|been) (?:stopped|cancelled|canceled|interrupted|aborted)\b|^(?:stopped|cancelled|canceled|interrupted)\b/i,
  unconnected: /not to connect|declined to connect|connection (?:was )?declined/i,
  disconnected: /no active (?:connected )?(?:account|connection)|not connected/i,
} as const;

function fromWords(message: string): Outcome | undefined {
  if (words.unconnected.test(message)) return { status: "unconnected" };
  if (words.unknown.test(message)) return { status: "unknown" };
  if (words.denied.test(message)) return { status: "denied" };
  if (words.blocked.test(message)) return { status: "blocked", message };
  if (words.cancelled.test(message)) return { status: "cancelled" };
  if (words.disconnected.test(message)) return { status: "disconnected", message };
  return undefined;
}

const statedWords = ["denied", "blocked", "cancelled", "unknown"] as const;

/** Where an output says what became of an action in a word of its own rather than in an error. */
function statedStatus(value: Record<string, unknown>): string | undefined {
  const flagged = statedWords.find((word) => value[word] === true);
  if (flagged) return flagged;
  const stated = value.outcome ?? value.status ?? value.state;
  return stringField(stated, "status") ?? (typeof stated === "string" ? stated : undefined);
}

function fromStatedStatus(value: Record<string, unknown>): Outcome | undefined {
  const reason = stringField(value, "reason");
  switch (statedStatus(value)) {
    case "denied":
      return { status: "denied", ...(reason && { reason }) };
    case "blocked":
      return { status: "blocked", message: reason ?? errorMessage(value) ?? "" };
    case "cancelled":
      return { status: "cancelled" };
    case "unknown":
      return { status: "unknown" };
    default:
      return undefined;
  }
}

/** Bitbucket's own words out of the body that a router hands on as a string. */
function providerMessage(body: string | undefined): string | undefined {
  if (body === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    const error = isRecord(parsed) ? parsed.error : undefined;
    const message = stringField(error, "message") ?? stringField(parsed, "message");
    const detail = stringField(error, "detail");
    return message && detail && detail !== message ? `${message} ${detail}` : (message ?? body);
  } catch {
    return body;
  }
}

function errorMessage(value: Record<string, unknown>): string | undefined {
  const error = value.error;
  if (typeof error === "string" && error !== "") return providerMessage(error);
  return stringField(error, "message") ?? stringField(value, "error_message");
}

function httpStatusOf(data: unknown, message: string): number | undefined {
  if (isRecord(data) && typeof data.status_code === "number") return data.status_code;
  const spoken = /\b([45]\d\d)\b(?= (?:Client|Server) Error|:| [A-Z])/.exec(message)?.[1];
  return spoken === undefined ? undefined : Number(spoken);
}

function failure(value: Record<string, unknown>, data: unknown): Outcome | undefined {
  const spoken = errorMessage(value);
  const failed = value.successful === false || value.success === false || spoken !== undefined;
  if (!failed) return undefined;
  const message = spoken ?? providerMessage(stringField(data, "message")) ?? "No reason was given.";
  const recognised = fromWords(message);
  if (recognised) return recognised;
  const provider = isRecord(data) ? providerMessage(stringField(data, "message")) : undefined;
  const httpStatus = httpStatusOf(data, message);
  const hint = stringField(value, "hint");
  return {
    status: "failed",
    message: provider ?? message,
    ...(httpStatus !== undefined && { httpStatus }),
    ...(hint && { hint }),
  };
}

/** `response.data`, `data`, or `data` once more: results arrive in up to three envelopes. */
function innerData(value: Record<string, unknown>): { data: unknown; whole: boolean } {
  const response = isRecord(value.response) ? value.response : value;
  let data: unknown = "data" in response ? response.data : response;
  const whole = !(data instanceof CutValue);
  if (data instanceof CutValue) data = data.value;
  if (isRecord(data) && isRecord(data.response) && "data" in data.response) {
    data = data.response.data;
  }
  // A file's own `data` is a text beside its path; only an object inside an object is another envelope.
  if (isRecord(data) && isRecord(data.data)) data = data.data;
  return { data, whole };
}

/** Reads one action's result: an entry of a dispatcher's `results`, or a whole output. */
export function readOutcome(value: unknown, complete: boolean): Outcome {
  if (!isRecord(value)) {
    return value === undefined || value === null
      ? { status: "unreadable", text: "" }
      : { status: "succeeded", data: value, complete };
  }
  const stated = fromStatedStatus(value);
  if (stated) return stated;
  const response = isRecord(value.response) ? value.response : undefined;
  const inResponse = response && (fromStatedStatus(response) ?? failure(response, response.data));
  if (inResponse) return inResponse;
  const failed = failure(value, value.data);
  if (failed) return failed;
  const { data, whole } = innerData(value);
  return { status: "succeeded", data, complete: complete && whole };
}

/** A whole call's output as one outcome, with words read where there is no JSON. */
export function outcomeOf(output: ToolOutput): Outcome {
  if (output.value !== undefined) return readOutcome(output.value, output.complete);
  return fromWords(output.text) ?? { status: "unreadable", text: output.text };
}
