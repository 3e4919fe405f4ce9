import "server-only";
import { z } from "zod";
import { environment } from "../../environment.ts";
import { withRouterClient } from "../pool.ts";
import { readAnswer } from "../read-answer.ts";
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
 * The workspaces that the user's account of a toolkit can reach, by name; undefined when that cannot be said now, as in the
 * first seconds of a connection. Never throws.
 */
export async function workspacesOf(userId: string, toolkit: string): Promise<string[] | undefined> {
  const tool = workspaceTools.get(toolkit);
  if (!tool) return undefined;
  const action = { tool, toolkit, arguments: {} };
  const call: PlannedCall =
    environment().routerMode === "direct"
      ? { kind: "single", action }
      : { kind: "batch", actions: [action], session: undefined };
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
