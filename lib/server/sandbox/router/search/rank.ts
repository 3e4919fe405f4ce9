import type { SandboxTool } from "../../contract";
import { intendedVerb, offeredVerb, terms } from "./words";

export type RankedTools = { primary: readonly SandboxTool[]; related: readonly SandboxTool[] };

const nameWeight = 3;
const verbBonus = 4;
const surplusPenalty = 0.3;
const primaryShare = 0.8;
const relatedShare = 0.3;
const primaryLimit = 3;
const relatedLimit = 6;

type Entry = {
  tool: SandboxTool;
  verb: string | undefined;
  name: ReadonlySet<string>;
  description: ReadonlySet<string>;
};

/** A slug without its toolkit is the verb first, then what it acts on. */
function entryOf(tool: SandboxTool): Entry {
  const [, verb, ...object] = tool.slug.toLowerCase().split("_");
  return {
    tool,
    verb: offeredVerb(verb, object),
    name: new Set(terms(object.join(" "))),
    description: new Set(terms(`${tool.name} ${tool.description}`)),
  };
}

const isReading = (verb: string | undefined) => verb === "get" || verb === "list";

/** Doing something often needs reading first; doing something else is never what was meant. */
function verbScore(wanted: string | undefined, offered: string | undefined): number {
  if (wanted === undefined) return 0;
  if (wanted === offered) return verbBonus;
  if (!isReading(offered)) return -verbBonus;
  return isReading(wanted) ? verbBonus / 4 : 0;
}

/**
 * Orders tools by how well their names and descriptions answer a request. Rare words count more, words of the name count
 * three times, and a tool whose verb does something else than asked for falls back.
 */
export function rankTools(tools: readonly SandboxTool[], request: string): RankedTools {
  const wanted = new Set(terms(request));
  const verb = intendedVerb(request);
  const entries = tools.map(entryOf);
  const rarity = (term: string) => {
    const holders = entries.filter(
      ({ name, description }) => name.has(term) || description.has(term),
    );
    return Math.log(1 + entries.length / Math.max(1, holders.length));
  };
  const scored = entries
    .map((entry) => {
      const topic = [...wanted].reduce((sum, term) => {
        if (entry.name.has(term)) return sum + nameWeight * rarity(term);
        return entry.description.has(term) ? sum + rarity(term) : sum;
      }, 0);
      const surplus = [...entry.name].filter((term) => !wanted.has(term)).length;
      const score = topic + verbScore(verb, entry.verb) - surplus * surplusPenalty;
      return { tool: entry.tool, score: topic > 0 ? score : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
  const best = scored[0]?.score ?? 0;
  const primary = scored.filter(({ score }) => score >= best * primaryShare).slice(0, primaryLimit);
  const related = scored
    .slice(primary.length)
    .filter(({ score }) => score >= best * relatedShare)
    .slice(0, relatedLimit);
  return { primary: primary.map(({ tool }) => tool), related: related.map(({ tool }) => tool) };
}
