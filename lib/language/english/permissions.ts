/** The page of what runs unasked, and what asks. */
export const permissions = {
  title: "Permissions",
  means:
    "What the agent does by itself, and what it asks you about. The server decides by this, not the model.",
  allowed: "What you allowed",
  nothingAllowed: "Nothing. Every change is asked about before it is made.",
  /** Before the chat's link. */
  onlyIn: "only in",
  everywhere: "in all your chats",
  /** Before how long ago. */
  since: ", allowed",
  takeBack: "Take back",
  takeBackOf: (what: string) => `Take back: ${what}`,
  takenBack: (what: string) => `Taken back. ${what} asks again.`,
  rules: "The rules",
  tools: (number: number) => `${number} Bitbucket tools`,
  runs: { title: "Runs by itself", text: "Everything that only reads." },
  asks: {
    title: "Asks, until you allow it",
    text: "Changes that can be taken back or mended. In the question you can choose not to be asked again: in that chat, or anywhere.",
  },
  always: {
    title: "Always asks",
    text: "What cannot be taken back: deleting, merging, declining, stopping. To delete a repository you type its name.",
  },
  odd: {
    title: "Always asks, whatever you allowed",
    text: "A tool nobody here knows, the same change twice in one answer, text that may come from another repository, hidden or misleading characters, and a tool that has changed since you allowed it.",
  },
  never: {
    title: "Never runs",
    text: "Any change in a chat that is read-only, and a tool that has changed until somebody accepts it on the Tools page.",
  },
};
