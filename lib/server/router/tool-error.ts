import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";

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

const causes: Record<number, { code: string; message: string; hint: string }> = {
  400: {
    code: "bad_input",
    message: "Bitbucket did not accept this.",
    hint: "Change what was asked and try again.",
  },
  401: {
    code: "signed_out",
    message: "Bitbucket no longer accepts this connection.",
    hint: "Connect Bitbucket again.",
  },
  403: {
    code: "no_permission",
    message: "The connected account may not do this.",
    hint: "Ask an administrator of the workspace for access, or connect another account.",
  },
  404: {
    code: "not_found",
    message: "Bitbucket does not have this.",
    hint: "Check the names of workspace and repository. Private ones look absent to accounts without access.",
  },
  409: {
    code: "conflict",
    message: "This already exists, or something else stands in its way.",
    hint: "Look at what is there first.",
  },
  410: {
    code: "removed",
    message: "Bitbucket has removed this function.",
    hint: "Connecting again does not help. Issues moved to Jira in August 2026; ask for something else or use another tool.",
  },
  429: {
    code: "rate_limited",
    message: "Bitbucket is limiting requests.",
    hint: "Wait a minute and try again.",
  },
};

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
  if (!failure) {
    return {
      code: "tool_failed",
      message: error?.slice(0, 500) || "The tool failed without saying why.",
    };
  }
  const said = sentenceOf(failure.message);
  const cause = causes[failure.status] ?? {
    code: failure.status >= 500 ? "provider_down" : "tool_failed",
    message: `Bitbucket answered with an error (${failure.status}).`,
    hint: "Try again in a moment.",
  };
  return said ? { ...cause, message: `${cause.message} It said: ${said}` } : cause;
}
