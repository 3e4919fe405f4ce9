/** What is known about the person's Bitbucket account before they ask for anything. */
export type ConnectionSummary =
  | { status: "connected"; account?: string }
  /** Connected once, and signed out since. */
  | { status: "lost"; account?: string }
  | { status: "none" }
  | { status: "unreachable" };

const connected = [
  "Which pull requests are open?",
  "Show the latest open issue",
  "Fetch the readme of a repository",
  "Create a new branch off main",
];

const notConnected = [
  "What can you do?",
  "List my repositories",
  "Which pull requests are open?",
  "Open a pull request for my feature branch",
];

/** Four things to ask, such that each of them leads somewhere. */
export function suggestionsFor(summary: ConnectionSummary): string[] {
  switch (summary.status) {
    case "connected":
      return connected;
    case "none":
    case "lost":
    case "unreachable":
      return notConnected;
  }
}
