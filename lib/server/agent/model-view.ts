import "server-only";
import type { ActionState } from "@/lib/shared/action";
import type { ActionRow } from "../policy/actions.ts";
import { canonicalJson } from "../policy/canonical-json.ts";
import { fitResult } from "./fit-result.ts";

/** Characters of one result that a model gets to see; the person sees all of it. */
const resultBudget = 16_000;
/** Characters of all results of one call together. */
const callBudget = 64_000;
/** Characters of what a person changed. */
const editBudget = 4_000;

const neverRan = { successful: false, cancelled: true, error: "This was stopped before it ran." };

function viewOfState(state: ActionState, result: unknown, budget: number): Record<string, unknown> {
  switch (state.status) {
    case "succeeded":
      return { successful: true, data: fitResult(result ?? state.result, budget), error: null };
    case "failed":
      return {
        successful: false,
        error: state.error.message,
        hint: state.error.hint,
        data: fitResult(state.details ?? null, budget),
      };
    case "denied":
      return {
        successful: false,
        denied: true,
        error: "The person said no. Do not try this again.",
        ...(state.reason ? { reason: state.reason } : {}),
      };
    case "blocked":
      return {
        successful: false,
        blocked: true,
        error: state.error.message,
        hint: state.error.hint,
      };
    case "cancelled":
      return neverRan;
    case "unknown":
      return {
        successful: false,
        unknown: true,
        error:
          "This was sent and the answer never came: it may have happened. Do not send it again; look with a read.",
      };
    case "queued":
    case "running":
    case "approval":
    case "connection":
      return { successful: false, error: "This has not ended." };
  }
}

/** What an action came to, and that it was not what the model had asked for, where its person changed it. */
function viewOfRow(row: ActionRow, budget: number): Record<string, unknown> {
  const view = viewOfState(row.state, row.result, budget);
  const { arguments: sent, originalArguments: asked } = row;
  if (!asked) return view;
  const names = [...new Set([...Object.keys(asked), ...Object.keys(sent)])];
  const changed = names.filter((name) => canonicalJson(asked[name]) !== canonicalJson(sent[name]));
  const values = Object.fromEntries(changed.map((name) => [name, sent[name] ?? null]));
  return {
    ...view,
    edited_by_person: {
      note: "The person changed these arguments before it ran. Go on from what they chose.",
      arguments: fitResult(values, editBudget),
    },
  };
}

/** What one tool call returned, as the model gets to see it: cut to a budget, in the router's own shape. */
export function outputForModel(
  kind: "batch" | "single",
  rows: readonly ActionRow[],
): Record<string, unknown> {
  const [first] = rows;
  // Cut off before anything of it was recorded, so nothing of it was sent.
  if (!first) return neverRan;
  if (kind === "single") return viewOfRow(first, resultBudget);
  const budget = Math.min(resultBudget, Math.floor(callBudget / rows.length));
  const results = rows.map((row) => {
    const response = viewOfRow(row, budget);
    return {
      index: row.index,
      tool_slug: row.tool,
      ...(row.accountName ? { account: row.accountName } : {}),
      response,
      error: response.error ?? null,
    };
  });
  const succeeded = rows.filter((row) => row.state.status === "succeeded").length;
  return {
    successful: succeeded === rows.length,
    data: {
      results,
      total_count: rows.length,
      success_count: succeeded,
      error_count: rows.length - succeeded,
    },
    error: null,
  };
}
