import "server-only";
import type { TokenCounts } from "@/lib/shared/usage";

/** What a model costs, in US dollars for a million tokens. */
export type ModelPrice = { input: number; cachedInput: number; output: number };

const entryPattern = /^([\w.:/@-]+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/** Reads `model=input/cached/output,…`; null when that is not what it is. */
export function parsePrices(list: string): Map<string, ModelPrice> | null {
  const prices = new Map<string, ModelPrice>();
  for (const entry of list.split(",")) {
    const [, model, input, cachedInput, output] = entryPattern.exec(entry.trim()) ?? [];
    if (!model || prices.has(model)) return null;
    const price = { input: Number(input), cachedInput: Number(cachedInput) };
    prices.set(model, { ...price, output: Number(output) });
  }
  return prices;
}

/** In US dollars. */
export function costOf({ input, cachedInput, output }: TokenCounts, price: ModelPrice): number {
  const read = (input - cachedInput) * price.input + cachedInput * price.cachedInput;
  return (read + output * price.output) / 1_000_000;
}
