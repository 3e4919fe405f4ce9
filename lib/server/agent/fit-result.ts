import "server-only";

/** Fields of a provider's answer that say nothing a model needs: addresses, and texts rendered a second time as HTML. */
const noise = new Set(["links", "rendered", "html"]);

function withoutNoise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNoise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !noise.has(key))
      .map(([key, inner]) => [key, withoutNoise(inner)]),
  );
}

const sizeOf = (value: unknown) => (JSON.stringify(value) ?? "null").length;

/** As many entries from the front as fit in `budget` characters. */
function entriesThatFit(entries: readonly unknown[], budget: number): unknown[] {
  let left = budget;
  const end = entries.findIndex((entry) => {
    left -= sizeOf(entry) + 1;
    return left < 0;
  });
  return end < 0 ? [...entries] : entries.slice(0, end);
}

/**
 * A tool's result within a number of characters: without addresses and doubled texts; then, of a page, the first entries
 * that fit and how many there are; else the beginning of its JSON. What was left out is always said.
 */
export function fitResult(value: unknown, budget: number): unknown {
  const lean = withoutNoise(value);
  const size = sizeOf(lean);
  if (size <= budget) return lean;
  if (typeof lean === "object" && lean !== null && "values" in lean && Array.isArray(lean.values)) {
    const { values, ...page } = lean;
    const kept = entriesThatFit(values, budget - sizeOf(page) - 200);
    if (kept.length > 0) {
      return {
        ...page,
        values: kept,
        left_out: `${values.length - kept.length} more of this page; ask for smaller pages.`,
      };
    }
  }
  return {
    left_out: `The result has ${size} characters; this is its beginning. Ask for less at once to see the rest.`,
    // Not in the middle of a surrogate pair: providers refuse such text.
    beginning: JSON.stringify(lean).slice(0, budget).toWellFormed(),
  };
}
