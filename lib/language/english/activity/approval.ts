/** The question before a change. */
export const approval = {
  needed: (effects: readonly string[]) => `Approval needed: ${effects.join(", ")}`,
  changesWait: (changes: number) => `${changes} changes wait for your answer`,
  asAccount: (account: string, place: string) => `as ${account} · ${place}`,
  waitingForYou: "waiting for you",
  alreadyAnswered: "Already answered in another tab.",
  doSome: (chosen: number, all: number) => `Do ${chosen} of ${all}`,
  sending: "Sending…",
  deny: "Don't",
  whyNot: "Why not? (optional)",
  whatIsSent: "What is sent",
  oneNameAtATime: "Each of these wants its own name typed: tick one of them at a time.",
  typeToConfirm: { before: "Type ", after: " to confirm" },
  kinds: (kinds: number) => `These ${kinds} kinds of change`,
  nextTime: (kind: string) => `${kind}, next time:`,
  next: {
    ask: "Ask me each time",
    chat: "Don't ask again in this chat",
    always: "Don't ask again in any chat",
  },
  nothingDoneYet: "Nothing was done yet. Look at what you changed, and answer again:",
};

/** Changing what is sent before it is done. */
export const edit = {
  start: "Edit",
  whatIsSent: "Edit what is sent",
  moreFields: (fields: number) => `${fields} more ${fields === 1 ? "field" : "fields"}`,
  discard: "Discard my changes",
  notSet: "Not set",
  optional: "(optional)",
  writtenOut: "With what is not seen written out:",
  needsNumber: "This has to be a number.",
  needsJson: 'This is not JSON yet. Texts need quotes: "text".',
};
