import "server-only";
import { Composio } from "@composio/core";
import { z } from "zod";
import { environment } from "../environment.ts";
import { BranchlineError, isBranchlineError } from "../errors.ts";
import { untilAborted } from "../until-aborted.ts";

// A process-wide switch of the SDK's: the option of one client does not reach the others.
process.env.TELEMETRY_DISABLED = "true";

const clientKey = Symbol.for("branchline.composio");
const holder = globalThis as { [clientKey]?: Composio };

/** The Composio SDK for the configured router, with everything off that would talk to other hosts. */
export function composio(): Composio {
  const { key, address } = environment().router;
  holder[clientKey] ??= new Composio({
    apiKey: key,
    baseURL: address,
    allowTracking: false,
    disableVersionCheck: true,
  });
  return holder[clientKey];
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  return typeof error.status === "number" ? error.status : undefined;
}

const saidSchema = z.object({ message: z.string() });
const hostedErrorSchema = z.object({
  error: z.union([z.object({ error: saidSchema }).transform(({ error }) => error), saidSchema]),
});

/** The sentence the hosted service wrote for people, out of its body `{error: {message}}` or, when busy, `{message}`. */
function hostedMessage(error: unknown): string | undefined {
  return hostedErrorSchema.safeParse(error).data?.error.message.slice(0, 500);
}

/** Any failure of a call to the router as one of our errors, by its cause. */
function routerError(error: unknown): BranchlineError {
  if (isBranchlineError(error)) return error;
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return new BranchlineError(
      "router_refused_key",
      "The tool router refused this installation's key.",
      { cause: error },
    );
  }
  if (status !== undefined) {
    const said = hostedMessage(error);
    return new BranchlineError(
      "router_failed",
      said
        ? `The tool router answered: ${said}`
        : `The tool router answered with an error (${status}).`,
      { cause: error },
    );
  }
  // The SDK meets a page that is not Composio's with a bare TypeError or SyntaxError.
  if (error instanceof TypeError || error instanceof SyntaxError) {
    return new BranchlineError(
      "router_failed",
      "What answers at the tool router's address is not a tool router.",
      {
        hint: "The administrator has to check COMPOSIO_BASE_URL.",
        cause: error,
      },
    );
  }
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return new BranchlineError("router_timeout", "The tool router did not answer in time.", {
      cause: error,
    });
  }
  if (error instanceof Error && error.name === "ComposioMCPDestinationError") {
    return new BranchlineError(
      "router_failed",
      "The tool router named an endpoint on another host.",
      {
        hint: "The administrator has to check COMPOSIO_BASE_URL.",
        cause: error,
      },
    );
  }
  return new BranchlineError("router_unreachable", "The tool router cannot be reached.", {
    cause: error,
  });
}

/**
 * Runs a call to the router; whatever it throws becomes one of our errors. The SDK alone would wait for three minutes for a
 * router that says nothing.
 */
export async function callingRouter<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await untilAborted(call(), AbortSignal.timeout(environment().requestTimeout));
  } catch (error) {
    throw routerError(error);
  }
}
