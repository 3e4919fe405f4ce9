import "server-only";
import { z } from "zod";
import { withRouterClient } from "../pool.ts";
import { readAnswer } from "../read-answer.ts";
import { namesAccounts } from "../session.ts";
import { type PlannedCall, wrapAction } from "../unwrap.ts";
import { secureAccounts } from "./secure-accounts.ts";

/** Milliseconds that a page waits for the names of the workspaces. */
const patience = 15_000;

/** By toolkit, the tool that lists what an account can reach. */
const workspaceTools: ReadonlyMap<string, string> = new Map([
  ["bitbucket", "BITBUCKET_GET_USER_WORKSPACES"],
]);

const workspacesSchema = z.object({
  values: z.array(z.object({ workspace: z.object({ slug: z.string() }) })),
});

/**
 * The workspaces that an account of the user's can reach, by name; undefined when that cannot be said now, as in the first
 * seconds of a connection. Never throws.
 *
 * @param account the router's id of it; without one, the account that the router takes by itself
 */
export async function workspacesOf(
  userId: string,
  toolkit: string,
  account?: string,
): Promise<string[] | undefined> {
  const tool = workspaceTools.get(toolkit);
  if (!tool) return undefined;
  const action = {
    tool,
    toolkit,
    arguments: {},
    ...(account && namesAccounts() ? { account } : {}),
  };
  const call: PlannedCall = namesAccounts()
    ? { kind: "batch", actions: [action], session: undefined }
    : { kind: "single", action };
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await withRouterClient(userId, signal, async (client) => {
      if ((await secureAccounts(userId, toolkit)) === "not-connected") return undefined;
      return readAnswer(await client.call({ ...wrapAction(call, action), signal }), call.kind);
    });
    const data = answer?.kind === "succeeded" ? answer.data : undefined;
    return workspacesSchema.safeParse(data).data?.values.map(({ workspace }) => workspace.slug);
  } catch {
    return undefined;
  }
}
