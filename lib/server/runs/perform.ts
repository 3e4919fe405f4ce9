import "server-only";
import type { Progress } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { ActionState } from "@/lib/shared/action";
import type { LostAccount } from "@/lib/shared/connection";
import { withMessage } from "../../language/sentence.ts";
import { environment } from "../environment.ts";
import { toBranchlineError } from "../errors.ts";
import { type ActionRow, settleAction, startAction, unansweredState } from "../policy/actions.ts";
import { readSwitchedOff, withoutSwitchedOff } from "../policy/switched-off.ts";
import { callForAction } from "../router/call-again.ts";
import { isRouterCallError } from "../router/call-error.ts";
import { attemptsOfRun, createAttempt } from "../router/connections/attempts.ts";
import { chooseAccounts } from "../router/connections/chat-accounts.ts";
import { describeLoss } from "../router/connections/choose-account.ts";
import { pendingToolkits, textWithoutLinks, withoutLinks } from "../router/manage-connections.ts";
import type { RouterClient } from "../router/mcp-client.ts";
import type { ActionAnswer } from "../router/read-answer.ts";
import { isRouterTool, type PlannedCall, wrapAction } from "../router/unwrap.ts";
import { observeToolCall } from "../telemetry/tool-call.ts";
import type { RunRow } from "./claim.ts";
import { isStopRequest } from "./interruption.ts";

/** Bytes of a result that travel with the message; more stays on the server until somebody asks for it. */
const shownResultLimit = 200_000;

/** Milliseconds between two signs of progress on the screen, at least. */
const progressInterval = 250;

type Details = {
  run: RunRow;
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

/** What became of the account that an action was to run as, where there was one. */
async function lossOf(
  { userId, chatId, account, accountName }: ActionRow,
  toolkit: string,
  signedOut: boolean,
): Promise<LostAccount | undefined> {
  const choices = await chooseAccounts({ userId, chatId }, [toolkit]).catch(() => null);
  const choice = choices?.get(toolkit);
  if (choice?.kind === "lost") return describeLoss(choice.account);
  if (!signedOut || !account) return undefined;
  const name = accountName ? { account: accountName } : {};
  return { how: "signed-out", since: new Date().toISOString(), ...name };
}

/** @param signedOut the provider itself refused the account */
async function waitForConnection(
  row: ActionRow,
  toolkits: readonly string[],
  signedOut = false,
): Promise<ActionRow> {
  const existing = await attemptsOfRun(row.runId);
  const [firstToolkit = row.toolkit, ...others] = toolkits;
  const attemptFor = async (toolkit: string) =>
    existing.find(
      (attempt) =>
        attempt.actionId === row.id && attempt.toolkit === toolkit && attempt.status === "needed",
    ) ??
    createAttempt({
      userId: row.userId,
      toolkit,
      runId: row.runId,
      actionId: row.id,
      lost: await lossOf(row, toolkit, signedOut),
    });
  const first = await attemptFor(firstToolkit);
  for (const toolkit of others) await attemptFor(toolkit);
  return settleAction(row, { status: "connection", connectionId: first.id });
}

async function settleAnswer(row: ActionRow, answer: ActionAnswer): Promise<ActionRow> {
  if (answer.kind === "not-connected") return waitForConnection(row, [row.toolkit]);
  // Of a change it is not sure that nothing was carried out, so that is not done again.
  if (answer.kind === "failed" && answer.error.code === "signed_out" && row.toolClass === "read")
    return waitForConnection(row, [row.toolkit], true);
  const off = await readSwitchedOff(row.chatId);
  const toolkits = pendingToolkits(row.tool, answer.data).filter(
    (name) => environment().toolkits.includes(name) && !off.toolkits.includes(name),
  );
  if (toolkits.length > 0) return waitForConnection(row, toolkits);
  const seen = withoutLinks(row.tool, answer.data);
  const data = isRouterTool(row.tool) ? withoutSwitchedOff(seen, off) : seen;
  if (answer.kind === "succeeded") {
    return settleAction(row, succeeded(data), { result: data, externalLink: externalLink(data) });
  }
  const error = withMessage(answer.error, textWithoutLinks(row.tool, answer.error.message));
  return settleAction(row, { status: "failed", error, details: data }, { result: data });
}

/** Where an action stands whose call threw. */
function stateAfter(error: unknown, row: ActionRow, signal: AbortSignal): ActionState {
  const failure = isRouterCallError(error) ? error : null;
  const neverRan = failure !== null && !failure.mayHaveRun;
  if (signal.aborted) return neverRan ? { status: "cancelled" } : unansweredState(row);
  if (!neverRan && row.toolClass !== "read") return unansweredState(row);
  return { status: "failed", error: toBranchlineError(failure?.reason ?? error).view() };
}

/** Sends a started action and writes what came back; only what reads is ever sent more than once. */
async function carryOut(
  started: ActionRow,
  { call, client, signal, show }: Details,
): Promise<ActionRow> {
  // Started, and not sent yet.
  if (signal.aborted) {
    const status = isStopRequest(signal.reason) ? "cancelled" : "queued";
    return settleAction(started, { status });
  }
  const sent = wrapAction(call, {
    tool: started.tool,
    toolkit: started.toolkit,
    arguments: started.arguments,
    account: started.account ?? undefined,
  });
  let shownAt = Number.NEGATIVE_INFINITY;
  const onProgress = ({ progress, total, message }: Progress) => {
    if (performance.now() - shownAt < progressInterval) return;
    shownAt = performance.now();
    const seen = {
      ...(message ? { message: textWithoutLinks(started.tool, message) } : {}),
      ...(total ? { fraction: Math.min(1, progress / total) } : {}),
    };
    show({ ...started, state: { status: "running", progress: seen } });
  };
  let answer: ActionAnswer;
  try {
    answer = await callForAction(client, { ...sent, signal, onProgress }, call.kind, started);
  } catch (error) {
    // Cut off, but not by a person: left as it stands, for whoever goes on with the run.
    if (signal.aborted && !isStopRequest(signal.reason)) throw signal.reason;
    return settleAction(started, stateAfter(error, started, signal));
  }
  return settleAnswer(started, answer);
}

/**
 * Carries out one queued action: marks its row as started, sends it once, writes what came back. A change whose answer never
 * came ends as `unknown` and is not sent again.
 *
 * @throws RunLostError
 */
export async function performAction(id: string, details: Details): Promise<void> {
  const started = await startAction(details.run, id);
  if (!started) return;
  details.show(started);
  if (started.status !== "running") return;
  details.show(await observeToolCall(started, () => carryOut(started, details)));
}
