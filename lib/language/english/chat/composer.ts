import { count } from "../count";

/** Where people write. */
export const composer = {
  message: "Message",
  placeholder: "Ask for something in Bitbucket",
  attach: "Attach text files or pictures",
  send: "Send",
  sendByKey: "Send (Enter)",
  queue: "Send after this answer",
  queueByKey: "Send after this answer (Enter)",
  stop: "Stop",
  stopByKey: "Stop (Esc)",
  readOnly: "Read-only",
  readOnlyMeans: "While this is on, nothing is changed in Bitbucket",
  offline: "Offline – you can keep typing",
  length: (written: number, limit: number) => `${count(written)} of ${count(limit)} characters`,
  tooLong: " – shorten it or split it in two",
};
