import { count } from "./count";

/** The page of the tools that the router offers. */
export const tools = {
  title: "Tools",
  means:
    "What the tool router offers is kept as it was seen first. A tool whose description, schema or hints change is not used until somebody has looked at it. Accepting counts for everybody who uses this installation.",
  changed: "Changed tools",
  noneSeen: "No tool has been seen yet.",
  noneChanged: (total: number) => `None of ${total} has changed.`,
  /** Around how long ago. */
  noticed: { before: "Changed, noticed ", after: ". Its calls are refused." },
  concerns: {
    long: (limit: number) => `A text in it has more than ${count(limit)} characters.`,
    hidden: "It has characters that are not seen.",
  },
  odd: "Tools with odd text",
  oddMeans: (limit: number) =>
    `The agent gets to see what you would see of it, and at most ${count(limit)} characters of a text.`,
  accept: "Accept the change",
  accepting: "Accepting…",
};
