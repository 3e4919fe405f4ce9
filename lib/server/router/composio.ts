import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { Composio } from "@composio/core";
import type { Sentence } from "../../language/sentence.ts";
import { environment } from "../environment.ts";
import { BranchlineError, isBranchlineError } from "../errors.ts";
import { retryAfter } from "../http/retry-after.ts";
import { say } from "../say.ts";
import { untilAborted } from "../until-aborted.ts";
import { AnswerTooLargeError, answerLimit, boundedFetch } from "./bounded-answer.ts";
import { hostedSentence, hostedSlug } from "./hosted-error.ts";
import { pauseBeforeRepeat, shortPause } from "./passing-failure.ts";

// A process-wide switch of the SDK's: the option of one client does not reach the others.
process.env.TELEMETRY_DISABLED = "true";

const clientKey = Symbol.for("branchline.composio");
const holder = globalThis as { [clientKey]?: Composio };

function createClient(): Composio {
  const { key, address } = environment().router;
  const client = new Composio({
    apiKey: key,
    baseURL: address,
    allowTracking: false,
    disableVersionCheck: true,
  });
  // The SDK has no options for these. By itself it sends every request up to three times, those that make something included.
  Object.assign(client.getClient(), { maxRetries: 0, fetch: boundedFetch });
  return client;
}

/** The Composio SDK for the configured router, with everything off that would talk to other hosts or repeat a request. */
export function composio(): Composio {
  holder[clientKey] ??= createClient();
  return holder[clientKey];
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  return typeof error.status === "number" ? error.status : undefined;
}

function statusError(status: number, error: unknown): BranchlineError {
  if (status === 401 || status === 403) {
    return new BranchlineError("router_refused_key", say("routerKeyRefused"), { cause: error });
  }
  const body = typeof error === "object" && error !== null && "error" in error ? error.error : null;
  if (hostedSlug(body) === "ToolRouterV2_NoManagedAuth") {
    return new BranchlineError("toolkit_not_configured", say("noAuthConfig"), { cause: error });
  }
  const said = hostedSentence(body);
  return new BranchlineError(
    "router_failed",
    said ? say("routerSaid", said) : say("routerFailed", status),
    { cause: error },
  );
}

const wrongAddress = (message: Sentence, cause: unknown) =>
  new BranchlineError("router_failed", message, {
    hint: say("checkRouterAddress"),
    cause,
  });

/** What the SDK wraps, or the error itself. */
const causeOf = (error: unknown) =>
  error instanceof Error && error.cause instanceof Error ? error.cause : error;

/** Any failure of a call to the router as one of our errors, by its cause. */
function routerError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  const status = statusOf(error);
  if (status !== undefined) return statusError(status, error);
  if (causeOf(error) instanceof AnswerTooLargeError) {
    return new BranchlineError(
      "router_failed",
      say("routerAnswerTooLarge", answerLimit / 1_000_000),
      { cause: error },
    );
  }
  // The SDK meets a page that is not Composio's with a bare TypeError or SyntaxError.
  if (error instanceof TypeError || error instanceof SyntaxError)
    return wrongAddress(say("notARouter"), error);
  if (error instanceof Error && error.name === "ComposioMCPDestinationError")
    return wrongAddress(say("foreignEndpoint"), error);
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new BranchlineError("router_timeout", say("routerSilent"), {
      cause: error,
    });
  }
  return new BranchlineError("router_unreachable", say("routerUnreachable"), {
    cause: error,
  });
}

/** Milliseconds after which a request that failed like this may succeed; undefined where asking again would not help. */
function pauseAfter(error: unknown): number | undefined {
  if (isBranchlineError(error)) return undefined;
  const status = statusOf(error);
  // The SDK keeps what `fetch` threw.
  const broken = error instanceof Error && error.cause instanceof TypeError;
  if (status === undefined) return broken ? shortPause() : undefined;
  const headers =
    typeof error === "object" && error !== null && "headers" in error ? error.headers : undefined;
  const asked = headers instanceof Headers ? retryAfter(headers.get("retry-after")) : undefined;
  return pauseBeforeRepeat(status, asked);
}

/**
 * Runs a request to the router within the time the installation allows; whatever it throws becomes one of our errors.
 *
 * @param nature `harmless`: sent once more when it fails in passing. `once`: every time it arrives it makes or removes
 *   something, so it is never sent again.
 */
export async function callingRouter<Result>(
  nature: "harmless" | "once",
  call: (options: { signal: AbortSignal }) => Promise<Result>,
): Promise<Result> {
  const signal = AbortSignal.timeout(environment().requestTimeout);
  const attempt = () => untilAborted(call({ signal }), signal);
  try {
    return await attempt().catch(async (error: unknown) => {
      const pause = nature === "harmless" ? pauseAfter(error) : undefined;
      if (pause === undefined) throw error;
      await untilAborted(delay(pause), signal);
      return attempt();
    });
  } catch (error) {
    throw routerError(error);
  }
}
