/** Proof of a change. */
export const receipt = {
  commentPosted: "Comment posted",
  created: "Created",
  updated: "Updated",
  deleted: "Deleted",
  merged: "Merged",
  approved: "Approved",
  declined: "Declined",
  done: "Done",
  as: "as",
  undo: "Undo",
  undoBy: (request: string) => `Undo: ${request}`,
  openInBitbucket: "Open in Bitbucket",
};
