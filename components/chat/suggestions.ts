import type { Words } from "@/lib/language/words";

/** What is known about the person's Bitbucket account before they ask for anything. */
export type ConnectionSummary =
  | { status: "connected"; account?: string }
  /** Connected once, and signed out since. */
  | { status: "lost"; account?: string }
  | { status: "none" }
  | { status: "unreachable" };

/** Four things to ask, such that each of them leads somewhere. */
export function suggestionsFor(
  summary: ConnectionSummary,
  words: Words["chat"]["welcome"],
): readonly string[] {
  switch (summary.status) {
    case "connected":
      return words.whenConnected;
    case "none":
    case "lost":
    case "unreachable":
      return words.whenNotConnected;
  }
}
