import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";
import { errorViewOf } from "../../language/sentence.ts";
import { quote, say } from "../say.ts";

const providerFailureSchema = z.object({
  status_code: z.number().optional().catch(undefined),
  http_error: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});
/** How a provider's status begins a sentence: `410 Client Error: Gone for url: …`. */
const statusSentence = /^\s*([45]\d\d) (?:Client|Server) Error/;
/** What the router says of an account that the provider does not accept, or not yet. */
const unauthenticated = /try to authenticate|\bunauthori[sz]ed\b/i;
const bitbucketErrorSchema = z.object({
  error: z.object({ message: z.string(), detail: z.unknown().optional() }),
});

/** The provider's own sentence, which Composio passes on as a string that may hold JSON. */
function sentenceOf(message: string | undefined): string | undefined {
  if (!message) return undefined;
  try {
    const parsed = bitbucketErrorSchema.safeParse(JSON.parse(message));
    return parsed.success ? parsed.data.error.message : undefined;
  } catch {
    return message.length <= 300 ? message : undefined;
  }
}

const causes = {
  400: {
    code: "bad_input",
    message: "notAccepted",
    hint: say("changeAndTry"),
  },
  401: {
    code: "signed_out",
    message: "connectionRefused",
    hint: say("connectBitbucketAgain"),
  },
  403: {
    code: "no_permission",
    message: "accountMayNot",
    hint: say("askForAccess"),
  },
  404: {
    code: "not_found",
    message: "notThere",
    hint: say("checkNames"),
  },
  409: {
    code: "conflict",
    message: "inTheWay",
    hint: say("lookFirst"),
  },
  410: {
    code: "removed",
    message: "functionRemoved",
    hint: say("movedToJira"),
  },
  429: {
    code: "rate_limited",
    message: "bitbucketLimits",
    hint: say("waitAMinute"),
  },
} as const;

const isKnown = (status: number): status is keyof typeof causes => status in causes;

type ProviderFailure = { status: number; message: string | undefined };

/** The provider's status, out of whichever place the envelope keeps it in; undefined when no provider was asked. */
function providerFailure(error: string, data: unknown): ProviderFailure | undefined {
  const { status_code, http_error, message } = providerFailureSchema.safeParse(data).data ?? {};
  const [, spoken] = statusSentence.exec(http_error ?? error) ?? [];
  const status = status_code ?? (spoken ? Number(spoken) : undefined);
  if (status !== undefined) return { status, message };
  return unauthenticated.test(error) ? { status: 401, message } : undefined;
}

/** A tool's failure in a person's words: the cause, what the provider said, and the next step. */
export function describeToolError(error: string | null | undefined, data: unknown): ErrorView {
  const failure = providerFailure(error ?? "", data);
  if (!failure)
    return errorViewOf("tool_failed", error ? quote(error.slice(0, 500)) : say("toolFailed"));
  const { status, message } = failure;
  const said = sentenceOf(message) ?? "";
  if (isKnown(status)) {
    const cause = causes[status];
    return errorViewOf(cause.code, say(cause.message, said), cause.hint);
  }
  const code = status >= 500 ? "provider_down" : "tool_failed";
  return errorViewOf(code, say("bitbucketFailed", status, said), say("inAMoment"));
}
