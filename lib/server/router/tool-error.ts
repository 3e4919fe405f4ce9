import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";

const providerFailureSchema = z.object({ status_code: z.number(), message: z.string().optional() });
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

/** A tool's failure in a person's words: the cause, what the provider said, and the next step. */
export function describeToolError(error: string | null | undefined, data: unknown): ErrorView {
  const failure = providerFailureSchema.safeParse(data);
  if (!failure.success) {
    return {
      code: "tool_failed",
      message: error?.slice(0, 500) || "The tool failed without saying why.",
    };
  }
  const said = sentenceOf(failure.data.message);
  const cause = causes[failure.data.status_code] ?? {
    code: failure.data.status_code >= 500 ? "provider_down" : "tool_failed",
    message: `Bitbucket answered with an error (${failure.data.status_code}).`,
    hint: "Try again in a moment.",
  };
  return said ? { ...cause, message: `${cause.message} It said: ${said}` } : cause;
}
