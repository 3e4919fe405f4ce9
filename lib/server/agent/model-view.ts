import "server-only";
import type { ActionState } from "@/lib/shared/action";
import type { ActionRow } from "../policy/actions.ts";
import { fitResult } from "./fit-result.ts";

/** Characters of one result that a model gets to see; the person sees all of it. */
const resultBudget = 16_000;
/** Characters of all results of one call together. */
const callBudget = 64_000;

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

/** What one tool call returned, as the model gets to see it: cut to a budget, in the router's own shape. */
export function outputForModel(
  kind: "batch" | "single",
  rows: readonly ActionRow[],
): Record<string, unknown> {
  const [first] = rows;
  // Cut off before anything of it was recorded, so nothing of it was sent.
  if (!first) return neverRan;
  if (kind === "single") return viewOfState(first.state, first.result, resultBudget);
  const budget = Math.min(resultBudget, Math.floor(callBudget / rows.length));
  const results = rows.map((row) => {
    const response = viewOfState(row.state, row.result, budget);
    return { index: row.index, tool_slug: row.tool, response, error: response.error ?? null };
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
