import "server-only";
import { z } from "zod";
import type { ActionState } from "@/lib/shared/action";
import { environment } from "../environment.ts";
import { toBranchlineError } from "../errors.ts";
import { type ActionRow, settleAction, startAction } from "../policy/actions.ts";
import { RouterCallError } from "../router/call-error.ts";
import { attemptsOfRun, createAttempt } from "../router/connections/attempts.ts";
import { pendingToolkits, withoutLinks } from "../router/manage-connections.ts";
import type { RouterClient } from "../router/mcp-client.ts";
import { type ActionAnswer, readAnswer } from "../router/read-answer.ts";
import { type PlannedCall, wrapAction } from "../router/unwrap.ts";

/** Bytes of a result that travel with the message; more stays on the server until somebody asks for it. */
const shownResultLimit = 200_000;

type Performance = {
  call: PlannedCall;
  client: RouterClient;
  signal: AbortSignal;
  /** Shows where the action stands now. */
  show: (row: ActionRow) => void;
};

const linkedSchema = z.object({
  links: z.object({ html: z.object({ href: z.url({ protocol: /^https$/ }) }) }),
});

/** Where to look at what a tool made, when its result says so. */
function externalLink(data: unknown): string | undefined {
  return linkedSchema.safeParse(data).data?.links.html.href;
}

function succeeded(data: unknown): ActionState {
  const size = Buffer.byteLength(JSON.stringify(data) ?? "");
  return size > shownResultLimit
    ? { status: "succeeded", result: null, omittedBytes: size }
    : { status: "succeeded", result: data };
}

/** What an action is called that got no answer: a change may have happened, a read can be asked for again. */
export function unansweredState(row: ActionRow): ActionState {
  return row.toolClass === "read" ? { status: "cancelled" } : { status: "unknown" };
}

async function waitForConnection(row: ActionRow, toolkits: readonly string[]): Promise<ActionRow> {
  const existing = await attemptsOfRun(row.runId);
  const [firstToolkit = row.toolkit, ...others] = toolkits;
  const attemptFor = async (toolkit: string) =>
    existing.find(
      (attempt) =>
        attempt.actionId === row.id && attempt.toolkit === toolkit && attempt.status === "needed",
    ) ?? createAttempt({ userId: row.userId, toolkit, runId: row.runId, actionId: row.id });
  const first = await attemptFor(firstToolkit);
  for (const toolkit of others) await attemptFor(toolkit);
  return settleAction(row.id, { status: "connection", connectionId: first.id });
}

async function settleAnswer(row: ActionRow, answer: ActionAnswer): Promise<ActionRow> {
  switch (answer.kind) {
    case "not-connected":
      return waitForConnection(row, [row.toolkit]);
    case "failed":
      return settleAction(
        row.id,
        { status: "failed", error: answer.error, details: answer.data },
        { result: answer.data },
      );
    case "succeeded": {
      const toolkits = pendingToolkits(row.tool, answer.data).filter((name) =>
        environment().toolkits.includes(name),
      );
      if (toolkits.length > 0) return waitForConnection(row, toolkits);
      const data = withoutLinks(row.tool, answer.data);
      return settleAction(row.id, succeeded(data), {
        result: data,
        externalLink: externalLink(data),
      });
    }
  }
}

/**
 * Carries out one queued action: marks its row as started, sends it once, writes what came back. A change whose answer never
 * came ends as `unknown` and is not sent again.
 */
export async function performAction(
  id: string,
  { call, client, signal, show }: Performance,
): Promise<void> {
  const started = await startAction(id);
  if (!started) return;
  show(started);
  try {
    const sent = wrapAction(call, {
      tool: started.tool,
      toolkit: started.toolkit,
      arguments: started.arguments,
      account: started.account ?? undefined,
    });
    const answer = await client.call({
      ...sent,
      signal,
      onProgress: ({ progress, total, message }) => {
        const fraction = total ? Math.min(1, progress / total) : undefined;
        const seen = {
          ...(message ? { message } : {}),
          ...(fraction === undefined ? {} : { fraction }),
        };
        show({ ...started, state: { status: "running", progress: seen } });
      },
    });
    show(await settleAnswer(started, readAnswer(answer)));
  } catch (error) {
    const failure = error instanceof RouterCallError ? error : null;
    const answerLost = failure === null || failure.mayHaveRun;
    const lostChange = answerLost && started.toolClass !== "read";
    if (lostChange || signal.aborted) show(await settleAction(id, unansweredState(started)));
    else
      show(
        await settleAction(id, {
          status: "failed",
          error: toBranchlineError(failure?.reason ?? error).view(),
        }),
      );
  }
}
