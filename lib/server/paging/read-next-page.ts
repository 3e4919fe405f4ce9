import "server-only";
import type { NextPage } from "@/lib/shared/api";
import { canBePaged } from "@/lib/shared/paged-tools";
import type { Sentence } from "../../language/sentence.ts";
import { environment } from "../environment.ts";
import { BranchlineError, toBranchlineError } from "../errors.ts";
import { type ActionRow, settleAction } from "../policy/actions.ts";
import { classifyTool } from "../policy/classify.ts";
import { readSwitchedOff, switchedOffError } from "../policy/switched-off.ts";
import { callForAction } from "../router/call-again.ts";
import { isRouterCallError } from "../router/call-error.ts";
import { type PinnedRouter, withRouterClient } from "../router/pool.ts";
import { type PlannedCall, wrapAction } from "../router/unwrap.ts";
import { say, sentencesOf } from "../say.ts";
import { nextPageArguments, pageNumber } from "./next-page-arguments.ts";
import { beginPage, readOwnAction } from "./page-rows.ts";

/** Bytes of a page that are sent to a browser. */
const pageLimit = 2_000_000;

function refuse(message: Sentence): BranchlineError {
  return new BranchlineError("invalid_request", message);
}

/** The call that repeats an action, wrapped as the router lists its tools: inside of its dispatcher, or by its own name. */
function callOf(row: ActionRow, client: PinnedRouter) {
  const { tool, toolkit, arguments: input } = row;
  const action = { tool, toolkit, arguments: input, account: row.account ?? undefined };
  const listed = client.tools.some(({ name }) => name === tool);
  const plan: PlannedCall = listed
    ? { kind: "single", action }
    : { kind: "batch", actions: [action], session: undefined };
  return { ...wrapAction(plan, action), kind: plan.kind };
}

/** Asks the router for a page. @throws BranchlineError, and what the router's client throws */
async function fetchPage(row: ActionRow, signal: AbortSignal): Promise<unknown> {
  return withRouterClient(row.userId, signal, async (client) => {
    const hints = client.tools.find(({ name }) => name === row.tool)?.annotations;
    // The table's word may have become stricter since the first page was read.
    if (classifyTool(row.tool, hints) !== "read") throw refuse(say("moreThanReads"));
    const { kind, ...call } = callOf(row, client);
    const answer = await callForAction(client, { ...call, signal }, kind, row);
    switch (answer.kind) {
      case "not-connected":
        throw new BranchlineError("tool_failed", say("noAccountConnected"), {
          hint: say("connectAgainThere"),
        });
      case "failed": {
        const { message, hint } = sentencesOf(answer.error);
        throw new BranchlineError("tool_failed", message, { hint });
      }
      case "succeeded":
        break;
    }
    const { data } = answer;
    const wanted = row.arguments.page;
    if ((pageNumber(data) ?? wanted) !== wanted)
      throw new BranchlineError("tool_failed", say("firstPageOnly"), {
        hint: say("askForPart"),
      });
    if (Buffer.byteLength(JSON.stringify(data) ?? "") > pageLimit)
      throw new BranchlineError("tool_failed", say("pageTooLarge"), {
        hint: say("askForSmallerPages"),
      });
    return data;
  });
}

function reasonOf(error: unknown, late: boolean): BranchlineError {
  if (late) return new BranchlineError("router_timeout", say("pageLate"));
  return isRouterCallError(error) ? error.reason : toBranchlineError(error);
}

/**
 * The page behind the one an action brought: the same read with the next page's number, made without the model and recorded as
 * an action of its own. Everything that is sent comes from the server's row. A page that was read before is not asked for again.
 *
 * @param id of an action that read a page
 * @throws BranchlineError `not_found` when it is absent or somebody else's, `invalid_request` when it is no read or there is no
 *   page behind it, `page_loading`, and what a failed call says
 */
export async function readNextPage(
  userId: string,
  id: string,
  signal: AbortSignal,
): Promise<NextPage> {
  const before = await readOwnAction(userId, id);
  if (before.toolClass !== "read" || before.status !== "succeeded" || !canBePaged(before.tool))
    throw refuse(say("notPaged"));
  const off = switchedOffError(before, await readSwitchedOff(before.chatId));
  if (off) {
    const { message, hint } = sentencesOf(off);
    throw new BranchlineError("invalid_request", message, { hint });
  }
  const input = nextPageArguments(before.arguments, before.result);
  if (!input) throw refuse(say("noPageBehind"));
  const row = await beginPage(before, input);
  if (row.status === "succeeded") return { id: row.id, result: row.result };
  const timeout = AbortSignal.timeout(environment().requestTimeout);
  try {
    const data = await fetchPage(row, AbortSignal.any([signal, timeout]));
    await settleAction(row, { status: "succeeded", result: data }, { result: data });
    return { id: row.id, result: data };
  } catch (error) {
    const reason = reasonOf(error, timeout.aborted);
    await settleAction(
      row,
      signal.aborted ? { status: "cancelled" } : { status: "failed", error: reason.view() },
    );
    throw reason;
  }
}
