/** What people set up for themselves: theme, shortcuts, notifications. */
export const habits = {
  appearance: "Appearance",
  theme: {
    title: "Theme",
    system: "As the system",
    light: "Light",
    dark: "Dark",
    kept: "Kept in this browser. Pages that you share follow their readers’ systems.",
  },
  shortcuts: {
    title: "Keyboard shortcuts",
    on: "Shortcuts are on",
    asTheyCame: "As they came",
    kept: "Kept in this browser. Keys that write something do nothing while you are writing.",
    change: "Change",
    changeOf: (does: string) => `Change the keys for “${does}”`,
    off: "Off",
    offOf: (does: string) => `Off: no keys for “${does}”`,
    reset: "Reset",
    resetOf: (does: string) => `Reset the keys for “${does}”`,
    press: "Press keys…",
    pressFor: (does: string) => `Press keys… for “${does}”, or Escape to leave them`,
    byBrowser: (keys: string) => `${keys} is kept by browsers for themselves.`,
    byPage: (keys: string) =>
      `${keys} is what pages are used with. Press it together with other keys.`,
    byOther: (keys: string, does: string) =>
      `${keys} is taken by “${does}”. Change that one first, or press other keys.`,
    does: {
      message: "Write a message",
      "new-chat": "New chat",
      search: "Search chats",
      stop: "Stop the answer",
      edit: "Edit your latest message",
      approve: "Say yes",
      deny: "Say no",
      "next-time": "Ask again or not",
      list: "Show these shortcuts",
    },
    whileWriting: "While it is being written",
    fromEmptyBox: "Arrow keys: from an empty message box",
    inQuestion: "In a question before a change",
  },
  notifications: {
    title: "Notifications",
    notify: "Notify me when an answer is complete or waits for me",
    showTitle: "Show the chat’s title",
    about:
      "Only while a tab is open and none of them is in sight. Never with words of a conversation. Kept in this browser.",
    impossible: "This browser does not let a page notify, or only over https.",
    refused:
      "The browser does not let this page notify. Its settings for this site can change that.",
    offer:
      "Something happened here while you were away. Be told the next time an answer is complete or waits for you?",
    notNow: "Not now",
    notifyMe: "Notify me",
    ended: "The answer is complete",
    waiting: "Waiting for you",
  },
};
