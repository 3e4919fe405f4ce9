import type { ExecuteTool, ToolOutcome } from "@/lib/server/sandbox/contract";
import { findTool } from "./catalogue";
import { grantedScopes } from "./identities";
import { endpointAddress, refusal } from "./outcome";
import { notFound, ProviderError } from "./provider-error";
import { requireScopes } from "./scopes";
import { startSession, type ToolSession } from "./session";
import type { Account } from "./store/account-schema";
import { withWorld } from "./store/world";
import type { WorldDocument } from "./store/world-schema";

/**
 * Runs one tool in one world. Calls of a world run one after the other. What Bitbucket refuses is an ordinary
 * outcome and changes nothing; only a defect of the embedded service throws.
 */
export const executeBitbucketTool: ExecuteTool = async (call) => {
  const entry = findTool(call.slug);
  if (!entry) {
    return refusal(endpointAddress("/", {}), notFound(`There is no tool ${call.slug}.`));
  }
  const address = endpointAddress(entry.endpoint, call.arguments);
  return withWorld(call, async (world): Promise<ToolOutcome> => {
    const attempt = await attemptCall(async () => {
      const viewer = requireAccount(world.document, call.identity.uuid);
      requireScopes(grantedScopes(call.identity), entry.tool.scopes);
      const session = startSession(world, viewer, new Date());
      return { session, data: await entry.run(session, call.arguments) };
    });
    if (attempt instanceof ProviderError) return refusal(address, attempt);
    const { session, data } = attempt;
    if (entry.changes) {
      await world.commit({
        operations: session.promised,
        entry: {
          slug: call.slug,
          arguments: call.arguments,
          username: session.viewer.nickname,
          at: session.now,
          outcome: data,
        },
      });
    }
    return { successful: true, data, error: null };
  });
};

async function attemptCall(
  run: () => Promise<{ session: ToolSession; data: Record<string, unknown> }>,
): Promise<{ session: ToolSession; data: Record<string, unknown> } | ProviderError> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
}

function requireAccount(document: WorldDocument, uuid: string): Account {
  const account = document.accounts.find((candidate) => candidate.uuid === uuid);
  if (!account) {
    throw new ProviderError(401, "Token is invalid or not supported for this endpoint.");
  }
  return account;
}
