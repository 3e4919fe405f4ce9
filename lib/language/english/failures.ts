import type { Complaints } from "../../shared/complaints";

/** What a page itself says when a request fails, and what is wrong with what somebody entered: at hand also without a network. */
export const failures = {
  unexpectedStatus: (status: number) =>
    `The server gave an answer Branchline does not understand (${status}).`,
  unexpectedAnswer: "The server gave an answer this page does not understand.",
  unexpectedOutcome: (status: number) =>
    `The server answered in a way nobody expected (${status}).`,
  branchlineUnreachable: "Branchline could not be reached.",
  answerNotSent: "The server cannot be reached. Your answer was not sent.",
  partMissing: "A part of this page could not be fetched.",
  pageFailed: "Something went wrong in this page.",
  settledElsewhere: "This was settled in another tab.",
  nextPageUnreadable: "The next page came, and nothing on it can be read.",
  chatTooLarge: "This chat is too large: 16 MB at most.",
  chatNotJson: "This is no chat: it is not JSON.",
  hintInAMoment: "Try again in a moment.",
  hintCheckConnection: "Check your connection and try again.",
  hintNothingLost: "Check your connection and try again. Nothing you wrote is lost.",
  hintPageTooOld: "Reload the page: it may be older than the server.",
  hintTryOrReload:
    "Check your connection and try again. If that does not help, reload the page: it may be older than the server.",
  hintReload: "Reload it and try again.",
  hintReloadToSee: "Reload the page to see where this stands.",
  writeMessage: "Write a message first.",
  messageTooLong: (limit: number) =>
    `A message may have at most ${limit.toLocaleString("en")} characters. Shorten it or split it in two.`,
  enterEmail: "Enter an e-mail address, such as jane@example.com.",
  tenCharacters: "Use at least 10 characters.",
  twoHundredCharacters: "Use at most 200 characters.",
  enterName: "Enter your name.",
  projectNameMissing: "A project needs a name.",
  projectNameTooLong: "A name may have 100 characters.",
  instructionsTooLong: (limit: number) =>
    `Instructions may have at most ${limit.toLocaleString("en")} characters.`,
  titleMissing: "A title needs a word.",
  titleTooLong: "A title may have 200 characters.",
} satisfies Complaints & Record<string, unknown>;
