import { count } from "./count";

/** The search over all chats. */
export const search = {
  title: "Search chats",
  field: "Search titles and messages",
  close: "Close",
  found: "What was found",
  more: "Show more",
  start: "Type the beginnings of words from a title or a message, such as feature/login.",
  searching: "Searching…",
  loadingMore: "Loading more…",
  nothing: "Nothing was found. Try fewer or shorter words.",
  hits: (number: number, all: boolean) =>
    `${count(number)} found${all ? "" : " so far"}. Use the arrow keys.`,
  offline: "You are offline. The search goes on by itself when you are back.",
  youWrote: "You wrote",
  branchlineWrote: "Branchline wrote",
  chat: "Chat",
};
