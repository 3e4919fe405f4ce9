import type { Language } from "./language";
import type { TokenCounts } from "./usage";

/** US dollars with as many digits as it takes to tell a small amount from nothing. */
export function formatCost(dollars: number, language: Language): string {
  if (dollars > 0 && dollars < 0.0001) return `< ${formatCost(0.0001, language)}`;
  return dollars.toLocaleString(language, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: dollars < 1 ? 4 : 2,
  });
}

export const totalOf = ({ input, output }: TokenCounts) => input + output;
