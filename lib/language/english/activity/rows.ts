import { count } from "../count";

/** The agent's work: a row for each thing it does. */
export const rows = {
  as: "as",
  whatWasSent: "What was sent",
  rawJson: "Raw JSON",
  rawResult: "Raw result",
  copy: "Copy",
  download: "Download",
  moreCharacters: (characters: number) =>
    `… ${count(characters)} more characters: copy or download to get all of it`,
  gotReady: (steps: number) => `Got ready in ${steps} steps`,
  lookedAt: (things: number, places: readonly string[]) =>
    `Looked at ${things === 1 ? "1 thing" : `${things} things`} in ${places.join(" and ")}`,
  editedByYou: "Edited by you",
  allowedInChat: "Allowed by you in this chat",
  allowedAlways: "Always allowed by you",
  change: "Change",
  answeredInOtherTab: "Answered in another tab",
  progress: "Progress",
};

/** How a row ended, and what to do about it. */
export const outcomes = {
  youSaidNo: "You said no",
  answerWasNo: "The answer was no",
  mayHaveGoneThrough: (place: string) => `This may have gone through – check ${place}.`,
  check: "Check",
  checkWhether: "Check whether this went through",
  open: (place: string) => `Open ${place}`,
  reconnect: (place: string) => `Reconnect ${place}`,
  connect: (place: string) => `Connect ${place}`,
  lookAtChanges: "Look at what changed",
  copyAccessRequest: "Copy a request for access",
  askAgain: "Ask again",
  /** What kind of failure it is, by the code of its error. */
  causes: {
    bad_input: "Not accepted",
    conflict: "In the way",
    no_permission: "No permission",
    not_connected: "Not connected",
    not_found: "Not found",
    provider_down: "Down",
    rate_limited: "Too many requests",
    removed: "Removed",
    router_timeout: "No answer",
    router_unreachable: "Out of reach",
    signed_out: "Signed out",
    tool_changed: "Tool changed",
    toolkit_off: "Switched off",
  },
};
