import { count } from "../count";

/** What is said and written in a chat. */
export const messages = {
  formula: "Formula",
  copyTex: "Copy TeX",
  diagram: "Diagram",
  notDrawn: "This diagram cannot be drawn here.",
  you: "You",
  thinking: "Thinking",
  thoughts: "Thoughts",
  working: "Working",
  retry: {
    soon: "Trying again soon",
    in: (wait: string) => `Trying again in ${wait}`,
    now: "Trying again…",
  },
  copy: "Copy",
  code: "Code",
  tableOf: (columns: readonly string[]) =>
    columns.length > 0 ? `Table of ${columns.join(", ")}` : "A table",
  finished: "Answer finished",
  tokens: (number: number) => `${count(number)} ${number === 1 ? "token" : "tokens"}`,
  /** What an answer used. */
  usage: (input: number, cached: number, output: number) =>
    `${count(input)} read, of which ${count(cached)} from the cache; ${count(output)} written`,
};

/** How an answer ended. */
export const outcomes = {
  stopped: "Stopped by you",
  limit: (steps: number) => `I stopped after ${steps} ${steps === 1 ? "step" : "steps"}.`,
  interrupted: "The server restarted while this ran.",
  goOn: "Continue",
  /** Sent as the person's own message. */
  goOnRequest: "Continue",
};

/** What happened while an answer was written. */
export const notices = {
  resumed: "The server restarted here; the answer goes on.",
  copied: "Copied from a shared conversation. Yours begins here.",
  modelWithdrawn: (withdrawn: string, model: string) =>
    `${withdrawn} is no longer offered. ${model} answers from here on.`,
  shortened: (messages: number) =>
    messages === 1
      ? "1 older message no longer fits what the model can read."
      : `${count(messages)} older messages no longer fit what the model can read.`,
};
