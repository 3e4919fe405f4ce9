import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { ToolClass } from "@/lib/shared/action";
import { environment } from "../environment.ts";
import { toBranchlineError } from "../errors.ts";
import { untilAborted } from "../until-aborted.ts";
import { isRouterCallError, RouterCallError } from "./call-error.ts";
import { activeAccount, findAccount } from "./connections/accounts.ts";
import { secureAccounts } from "./connections/secure-accounts.ts";
import type { RouterClient } from "./mcp-client.ts";
import type { ToolCall } from "./mcp-connection.ts";
import { shortPause } from "./passing-failure.ts";
import { type ActionAnswer, readAnswer } from "./read-answer.ts";

/** Milliseconds after an account became active in which its tools may still say that it is not. */
const settlingTime = 60_000;
/** Milliseconds before the first repeat in that time; each wait is twice the one before. */
const firstPause = 500;

type CallerAction = {
  userId: string;
  toolkit: string;
  toolClass: ToolClass;
  /** The router's id of the account it runs as, where its call says so. */
  account?: string | null;
};

/** @throws RouterCallError when it is aborted: by then nothing has been carried out that anybody waits for. */
async function wait(duration: number, signal: AbortSignal): Promise<void> {
  await delay(duration, undefined, { signal }).catch((error: unknown) => {
    throw RouterCallError.beforeSending(error);
  });
}

/** Whether the router has an account for the action that counts. @throws RouterCallError */
async function isConnected({ userId, toolkit }: CallerAction, signal: AbortSignal) {
  const own = environment().toolkits.includes(toolkit) ? toolkit : null;
  try {
    return (await untilAborted(secureAccounts(userId, own), signal)) === "ready";
  } catch (error) {
    throw RouterCallError.beforeSending(signal.aborted ? error : toBranchlineError(error));
  }
}

/** Sends a call; a read that failed in passing, at the router or at the provider, is sent once more. A change never is. */
async function ask(
  client: RouterClient,
  call: ToolCall,
  kind: Parameters<typeof readAnswer>[1],
  action: CallerAction,
): Promise<ActionAnswer> {
  const send = async (): Promise<ActionAnswer> =>
    (await isConnected(action, call.signal))
      ? readAnswer(await client.call(call), kind)
      : { kind: "not-connected" };
  if (action.toolClass !== "read") return send();
  let pause: number;
  try {
    const answer = await send();
    if (answer.kind !== "failed" || answer.error.code !== "provider_down") return answer;
    pause = shortPause();
  } catch (error) {
    if (!isRouterCallError(error) || error.pause === undefined) throw error;
    pause = error.pause;
  }
  await wait(pause, call.signal);
  return send();
}

/**
 * Whether an answer is one that an account gives which has just become active, and that allows to send the call again. For a
 * change only the router's own word that there is no account yet does: nothing was carried out, nor tried at the provider.
 */
function mayBeSettling(answer: ActionAnswer, toolClass: ToolClass): boolean {
  switch (answer.kind) {
    case "not-connected":
      return true;
    case "failed":
      return toolClass === "read" && answer.error.code === "signed_out";
    case "succeeded":
      return false;
  }
}

/** Milliseconds for which the account of an action may still be settling; 0 when there is none, or nobody says. */
async function settlingTimeLeft(
  { userId, toolkit, account: id }: CallerAction,
  signal: AbortSignal,
): Promise<number> {
  const looking = id ? findAccount(userId, id) : activeAccount(userId, toolkit);
  const account = await untilAborted(looking, signal).catch(() => null);
  if (account?.status !== "ACTIVE") return 0;
  const left = Date.parse(account.updatedAt) + settlingTime - Date.now();
  return Math.min(settlingTime, Math.max(0, left));
}

/**
 * Sends the call that carries one action, and reads its answer. What changes something is sent once; what only reads is sent
 * again when its answer failed to come in passing. In an account's first minute, calls that it refuses are sent again until it
 * accepts them or the minute is over. Nothing is sent while the router could take a stranger's account for it.
 *
 * @param kind see {@link readAnswer}
 * @throws RouterCallError, or the signal's reason
 */
export async function callForAction(
  client: RouterClient,
  call: ToolCall,
  kind: Parameters<typeof readAnswer>[1],
  action: CallerAction,
): Promise<ActionAnswer> {
  const { toolClass } = action;
  let answer = await ask(client, call, kind, action);
  if (!mayBeSettling(answer, toolClass)) return answer;
  const end = performance.now() + (await settlingTimeLeft(action, call.signal));
  for (let pause = firstPause; mayBeSettling(answer, toolClass); pause *= 2) {
    const left = end - performance.now();
    if (left <= 0) return answer;
    call.onProgress?.({
      progress: 0,
      message: "The account was connected a moment ago and is not ready yet. Asking again.",
    });
    await wait(Math.min(pause, left), call.signal);
    answer = await ask(client, call, kind, action);
  }
  return answer;
}
