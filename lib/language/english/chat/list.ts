/** The list of chats. */
export const list = {
  chats: "Chats",
  newChat: "New chat",
  openList: "Open the list of chats",
  noChats: "No chats yet. What you start appears here.",
  mayBeOld: "This list may be old:",
  working: "Working",
  waitingForYou: "Waiting for you",
  sharedByLink: "Shared by link",
  optionsFor: (title: string) => `Options for “${title}”`,
  rename: "Rename",
  renameChat: "Rename chat",
  title: "Title",
  delete: "Delete",
  days: {
    today: "Today",
    yesterday: "Yesterday",
    lastWeek: "Last 7 days",
    lastMonth: "Last 30 days",
    older: "Older",
  },
};
