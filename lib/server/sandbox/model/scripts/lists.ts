import type { z } from "zod";
import { type ReadList, readList } from "../data/read";
import type { Outcome } from "../planner/outcome";
import type { Script } from "../planner/script";
import { optional, type ReadRequest, readEach } from "./actions";
import type { ScriptContext } from "./context";

/** More pages than this are not worth a person's wait. */
const mostPages = 6;
/** The router takes 50 calls at once. */
const mostCalls = 50;

/** `whole`: nothing of the answer was cut off. `complete`: nor are there more pages. */
export type ListOutcome<Item> =
  | ({ status: "read"; whole: boolean; complete: boolean } & ReadList<Item>)
  | { status: "setback"; setback: Exclude<Outcome, { status: "succeeded" }> };

function toList<Schema extends z.ZodType>(
  schema: Schema,
  outcome: Outcome,
): ListOutcome<z.infer<Schema>> {
  if (outcome.status !== "succeeded") return { status: "setback", setback: outcome };
  const list = readList(schema, outcome.data);
  const whole = outcome.complete;
  return { status: "read", whole, complete: whole && !list.hasMore, ...list };
}

/** Several lists in one call, as far as their first pages go. */
export function* readLists<Schema extends z.ZodType>(
  context: ScriptContext,
  schema: Schema,
  requests: readonly ReadRequest[],
  thought: string,
): Script<ListOutcome<z.infer<Schema>>[]> {
  const outcomes = yield* readEach(context, requests, thought);
  return outcomes.map((outcome) => toList(schema, outcome));
}

/**
 * Goes on where first pages were cut or had a successor: the same list again in pages small enough to arrive whole, all
 * in one call. Where a tool cannot page, the list stays incomplete and says so.
 */
export function* completeLists<Schema extends z.ZodType>(
  context: ScriptContext,
  schema: Schema,
  requests: readonly ReadRequest[],
  lists: readonly ListOutcome<z.infer<Schema>>[],
): Script<ListOutcome<z.infer<Schema>>[]> {
  let room = mostCalls;
  const plans = requests.map((request, index) => {
    const list = lists[index];
    const lacking = list?.status === "read" && !list.complete && list.items.length > 0;
    const pages = lacking ? pagesFor(context, request, list).slice(0, room) : [];
    room -= pages.length;
    return { list, pages };
  });
  const wanted = plans.flatMap(({ pages }) => pages);
  if (wanted.length === 0) return [...lists];
  const read = yield* readLists(context, schema, wanted, "Reading the rest of the lists.");
  return plans.flatMap(({ list, pages }): ListOutcome<z.infer<Schema>>[] => {
    const parts = read.splice(0, pages.length).filter((part) => part.status === "read");
    if (list?.status !== "read" || pages.length === 0) return list ? [list] : [];
    const arrived = parts.length === pages.length && parts.every((part) => part.whole);
    const complete = arrived && parts.at(-1)?.hasMore !== true;
    return [{ ...list, items: parts.flatMap((part) => part.items), complete }];
  });
}

function pagesFor(
  context: ScriptContext,
  request: ReadRequest,
  list: ReadList<unknown> & { whole: boolean },
): ReadRequest[] {
  const paging = optional(context, request.slug, { page: 1, pagelen: 1 });
  if (!("page" in paging && "pagelen" in paging)) return [];
  // The last item of a list that was cut is seldom whole.
  const length = Math.max(1, list.whole ? list.items.length : list.items.length - 1);
  const pages = list.size === undefined ? mostPages : Math.ceil(list.size / length);
  return Array.from({ length: Math.min(pages, mostPages) }, (_, index) => ({
    slug: request.slug,
    arguments: { ...request.arguments, page: index + 1, pagelen: length },
  }));
}
