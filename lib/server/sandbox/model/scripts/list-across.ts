import type { z } from "zod";
import { explainSetback } from "../answers/setbacks";
import { code, count, enumerate, enumerateSome, type Noun } from "../answers/words";
import type { Script } from "../planner/script";
import { optional } from "./actions";
import type { ScriptContext } from "./context";
import { completeLists, type ListOutcome, readLists } from "./lists";
import { nameOf, type Place } from "./locate";

type Listing<Schema extends z.ZodType> = {
  slug: string;
  /** Sent along in every repository; `preferred` only where the tool is known to take it. */
  arguments?: Record<string, unknown>;
  preferred?: Record<string, unknown>;
  schema: Schema;
  noun: Noun;
  describe: (item: z.infer<Schema>) => string;
  keep?: (item: z.infer<Schema>) => boolean;
  /** Whether the list has no end worth counting, such as a history; then only its beginning is told. */
  endless?: boolean;
  /** Whether to go on until the end, where what is looked for may stand anywhere in the list. */
  thorough?: boolean;
};

type Found<Item> = { place: Place; items: Item[]; size: number; exact: boolean };

function amount(found: Found<unknown>, noun: Noun): string {
  return `${found.exact ? "" : "at least "}${count(found.size, noun)}`;
}

function summarize<Schema extends z.ZodType>(
  found: readonly Found<z.infer<Schema>>[],
  { noun, describe, endless }: Listing<Schema>,
): string {
  const [only] = found;
  if (only === undefined) return "";
  const filled = found.filter(({ size }) => size > 0);
  if (filled.length === 0) {
    const where =
      found.length === 1 ? code(nameOf(only.place)) : `any of the ${found.length} repositories`;
    return `There are no ${noun.many} in ${where}.`;
  }
  if (found.length === 1) {
    const examples = enumerateSome(only.items.map(describe), 3);
    const name = code(nameOf(only.place));
    return endless
      ? `The latest ${noun.many} of ${name}: ${enumerate(only.items.slice(0, 3).map(describe))}.`
      : `${name} has ${amount(only, noun)}: ${examples}.`;
  }
  const total = filled.reduce((sum, { size }) => sum + size, 0);
  const exact = found.every((entry) => entry.exact);
  const shares = enumerateSome(
    filled.map((entry) => `${entry.size} in ${code(nameOf(entry.place))}`),
    6,
  );
  return `I found ${exact ? "" : "at least "}${count(total, noun)} in ${count(filled.length, { one: "repository", many: "repositories" })}: ${shares}.`;
}

/** Lists the same kind of thing in one or many repositories, all in one call, and sums it up in a sentence. */
export function* listAcross<Schema extends z.ZodType>(
  context: ScriptContext,
  places: readonly Place[],
  listing: Listing<Schema>,
): Script {
  const { slug, noun, keep } = listing;
  const requests = places.map((place) => ({
    slug,
    arguments: {
      workspace: place.workspace,
      repo_slug: place.slug,
      ...listing.arguments,
      ...optional(context, slug, listing.preferred ?? {}),
    },
  }));
  const first = yield* readLists(context, listing.schema, requests, `Listing ${noun.many}.`);
  const lists = listing.thorough
    ? yield* completeLists(context, listing.schema, requests, first)
    : first;
  const found: Found<z.infer<Schema>>[] = [];
  const troubles: string[] = [];
  for (const [index, place] of places.entries()) {
    const list: ListOutcome<z.infer<Schema>> | undefined = lists[index];
    if (list?.status === "setback") {
      troubles.push(
        explainSetback(list.setback, `list the ${noun.many} of ${code(nameOf(place))}`),
      );
    }
    if (list?.status === "read") {
      const items = keep ? list.items.filter(keep) : list.items;
      const size = keep || list.size === undefined ? items.length : list.size;
      found.push({
        place,
        items,
        size,
        exact: list.complete || (!keep && list.size !== undefined),
      });
    }
  }
  // Among many repositories one without a tracker is no news; named ones are each worth a word.
  const worthTelling =
    found.length === 0 ? troubles.slice(0, 2) : places.length <= 3 ? troubles : [];
  return [summarize(found, listing), ...worthTelling].filter((part) => part !== "").join("\n\n");
}
