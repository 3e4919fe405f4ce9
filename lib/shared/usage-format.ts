import type { TokenCounts } from "./usage";

/** "1,234 tokens". */
export const formatTokens = (tokens: number) =>
  `${tokens.toLocaleString("en")} ${tokens === 1 ? "token" : "tokens"}`;

/** US dollars with as many digits as it takes to tell a small amount from nothing. */
export function formatCost(dollars: number): string {
  if (dollars > 0 && dollars < 0.0001) return "< $0.0001";
  return dollars.toLocaleString("en", {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: dollars < 1 ? 4 : 2,
  });
}

export const totalOf = ({ input, output }: TokenCounts) => input + output;
