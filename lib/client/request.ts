import { errorViewOf } from "@/lib/language/sentence";
import type { ErrorView } from "@/lib/shared/error";
import type { Answers } from "./answers";
import { say } from "./say";

const marker = Symbol.for("branchline.request-error");

/** A request that did not succeed, with what to tell the person. `status` is absent when no answer came at all. */
export class RequestError extends Error {
  override name = "RequestError";
  readonly [marker] = true;
  readonly view: ErrorView;
  readonly status: number | undefined;

  constructor(view: ErrorView, options: { status?: number; cause?: unknown } = {}) {
    super(view.message, { cause: options.cause });
    this.view = view;
    this.status = options.status;
  }

  static isInstance(error: unknown): error is RequestError {
    return typeof error === "object" && error !== null && marker in error;
  }
}

/** The error of a response that is not ok: the server's own words, or a general sentence when a proxy answered. */
export async function responseError(response: Response): Promise<RequestError> {
  const body = await response
    .json()
    .then((value) => parseAnswer("error", value))
    .catch(() => undefined);
  const view =
    body?.error ??
    errorViewOf(
      "unexpected_answer",
      say("unexpectedStatus", response.status),
      say("hintInAMoment"),
    );
  return new RequestError(view, { status: response.status });
}

/** No answer came at all. */
export function unreachable(cause: unknown): RequestError {
  return new RequestError(
    errorViewOf("unreachable", say("branchlineUnreachable"), say("hintNothingLost")),
    { cause },
  );
}

/** `fetch` that throws {@link RequestError} for everything but a good answer; an abort passes as it is. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    throw init.signal?.aborted ? error : unreachable(error);
  }
  if (!response.ok) throw await responseError(response);
  return response;
}

/** The request a mutating call makes: JSON in, JSON out. */
export function jsonRequest(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  body?: unknown,
): RequestInit {
  return {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** The schemas, which the first load of a page does without. */
const loadAnswers = () => import("./answers");

/** @throws when the schemas cannot be fetched, and when the value does not fit */
async function parseAnswer<Name extends keyof Answers>(
  name: Name,
  value: unknown,
): Promise<Answers[Name]> {
  const { answers } = await loadAnswers();
  return answers[name].parse(value) as Answers[Name];
}

/** What a good response says. @throws RequestError */
export async function readAnswer<Name extends keyof Answers>(
  name: Name,
  response: Response,
): Promise<Answers[Name]> {
  try {
    return await parseAnswer(name, await response.json());
  } catch (cause) {
    throw new RequestError(
      errorViewOf("unexpected_answer", say("unexpectedAnswer"), say("hintPageTooOld")),
      { status: response.status, cause },
    );
  }
}

/** Sends a request and reads its JSON answer. @throws RequestError */
export async function requestJson<Name extends keyof Answers>(
  path: string,
  answer: Name,
  init?: RequestInit,
): Promise<Answers[Name]> {
  // Fetched meanwhile. Should that fail, it is tried again when there is an answer.
  loadAnswers().catch(() => undefined);
  return readAnswer(answer, await request(path, init));
}

/** What to show of any thrown value. */
export function errorView(error: unknown): ErrorView {
  if (RequestError.isInstance(error)) return error.view;
  return errorViewOf("unexpected", say("pageFailed"), say("hintReload"));
}
