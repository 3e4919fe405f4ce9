import { count } from "../count";

/** Other versions of a message. */
export const versions = {
  edit: "Edit",
  answerAgain: "Answer again",
  yourMessage: "Your message, to be edited",
  tooLong: (limit: number) => `A message may have ${count(limit)} characters.`,
  staysInItsVersion: "What came after it stays in its own version.",
  send: "Send",
  before: "Version before",
  next: "Next version",
  version: "Version ",
  place: (version: number, all: number) => `${version} of ${all}`,
  changed: (versions: readonly number[]) =>
    versions.length > 1
      ? `Versions ${versions.join(", ")} changed things that still stand`
      : `Version ${versions.join("")} changed something that still stands`,
};
