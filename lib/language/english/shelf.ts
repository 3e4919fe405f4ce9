/** Where a person keeps their chats, and the way back from what they did with one. */
export const shelf = {
  pinned: "Pinned",
  pin: "Pin",
  unpin: "Unpin",
  archive: "Archive",
  bringBack: "Bring back",
  archivedChats: "Archived chats",
  nothingArchived: "Nothing is archived. What you archive is kept here, and the search finds it.",
  olderChats: "Show older chats",
  deleted: "Deleted:",
  archived: "Archived:",
  undo: "Undo",
  projects: "Projects",
  newProject: "New project",
  move: "Move to a project",
  moveTitle: "Move to which project?",
  inProject: "In project",
};
