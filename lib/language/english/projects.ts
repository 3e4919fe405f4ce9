/** Projects: folders of chats with instructions of their own. */
export const projects = {
  createAction: "Create",
  name: "Name",
  newChat: "New chat in this project",
  empty: "No chats yet. A chat that begins here, or is moved here, is listed.",
  chats: "Chats of this project",
  instructions: "Instructions",
  instructionsMean:
    "Said to the model in every chat of this project, as your wishes. They never decide what needs your yes.",
  save: "Save",
  saved: "Saved",
  deleteAction: "Delete project",
  deleteTitle: "Delete this project?",
  deleteMeans: "Its instructions are deleted for good. Its chats stay, in no project.",
  none: "No project",
};
