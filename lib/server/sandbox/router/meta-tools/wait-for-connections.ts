import { z } from "zod";
import { usableAccounts } from "../accounts/select";
import { accountStatus } from "../accounts/status";
import { isToolkitAllowed } from "../sessions/access";
import { defineMetaTool, type MetaToolCall, sessionWordSchema, success } from "./definition";
import { workflowSession } from "./session-word";

const input = z.object({
  toolkits: z.array(z.string().min(1)).min(1).describe("Toolkit slugs, such as bitbucket."),
  mode: z.enum(["any", "all"]).default("all"),
  session_id: sessionWordSchema,
});

type ConnectionState = "active" | "initiated" | "failed";

/** `failed` when no link is open any more that could still become a connection. */
async function connectionState({ services, session }: MetaToolCall): Promise<ConnectionState> {
  const { store, toolkit, now } = services;
  const { accounts } = await store.read();
  if (usableAccounts(accounts, session, toolkit, now()).length > 0) return "active";
  const isPending = accounts.some(
    (account) =>
      account.userId === session.userId &&
      account.toolkit === toolkit.slug &&
      accountStatus(account, now()) === "INITIATED",
  );
  return isPending ? "initiated" : "failed";
}

/** Resolves with the last state seen: settled, or `initiated` when the time is up or the caller went away. */
async function settledState(call: MetaToolCall): Promise<ConnectionState> {
  const { store, waitLimit } = call.services;
  const finished = new AbortController();
  const over = AbortSignal.any([call.signal, AbortSignal.timeout(waitLimit), finished.signal]);
  try {
    for (;;) {
      // Subscribed before reading, so that no change falls between the two.
      const change = store.changed(over).then(
        () => true,
        () => false,
      );
      const state = await connectionState(call);
      if (state !== "initiated" || !(await change)) return state;
    }
  } finally {
    finished.abort();
  }
}

export const waitForConnectionsTool = defineMetaTool({
  slug: "COMPOSIO_WAIT_FOR_CONNECTIONS",
  name: "Wait for connections",
  description:
    "Waits until the user has finished connecting, and answers with the state of each toolkit. Call it after sharing a link of COMPOSIO_MANAGE_CONNECTIONS; when the answer is still initiated, call it again.",
  tags: ["readOnlyHint", "idempotentHint"],
  isListed: ({ manage_connections: manage }) =>
    (manage?.enable ?? true) && (manage?.enable_wait_for_connections ?? false),
  input: () => input,
  run: async ({ toolkits, mode, session_id: sessionId }, call) => {
    const { slug } = call.services.toolkit;
    const served = toolkits.filter(
      (wanted) => wanted.toLowerCase() === slug && isToolkitAllowed(call.session.policy, wanted),
    );
    // A toolkit nobody serves never becomes active, so waiting for all of them would wait for nothing.
    const isHopeless = served.length === 0 || (mode === "all" && served.length < toolkits.length);
    const state = isHopeless ? await connectionState(call) : await settledState(call);
    const results = toolkits.map((wanted) => ({
      toolkit: wanted,
      status: served.includes(wanted) ? state : "failed",
    }));
    const active = results.filter(({ status }) => status === "active").length;
    const isComplete = mode === "any" ? active > 0 : active === results.length;
    return success({
      message: isComplete ? "The connections are active" : "The connections are not active yet",
      results: Object.fromEntries(results.map((result) => [result.toolkit, result])),
      summary: {
        total_toolkits: results.length,
        active_connections: active,
        initiated_connections: results.filter(({ status }) => status === "initiated").length,
        failed_connections: results.filter(({ status }) => status === "failed").length,
      },
      session: workflowSession(sessionId),
    });
  },
});
