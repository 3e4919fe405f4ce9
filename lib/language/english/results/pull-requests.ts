const names = new Intl.ListFormat("en");
const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** Pull requests, their reviews, and what a merge waits for. */
export const pullRequests = {
  title: (number: string) => `Pull request #${number}`,
  untitled: "Untitled",
  into: "into",
  reviewers: "Reviewers",
  review: "Review",
  states: {
    OPEN: "Open",
    MERGED: "Merged",
    DECLINED: "Declined",
    SUPERSEDED: "Superseded",
    DRAFT: "Draft",
  },
  verdicts: {
    approved: "approved",
    changes_requested: "requested changes",
    none: "has not answered",
  },
  comments: { counted: (number: number) => counted(number, "comment"), many: "comments" },
  tasks: { counted: (number: number) => counted(number, "task"), many: "tasks" },
  merge: {
    stillDraft: "still a draft",
    changesRequestedBy: (people: readonly string[]) =>
      `changes requested by ${names.format(people)}`,
    openTasks: (tasks: number) => counted(tasks, "open task"),
    waitingFor: (people: readonly string[]) => `waiting for ${names.format(people)}`,
    approvedBy: (people: readonly string[]) => `approved by ${names.format(people)}`,
    noApproval: "no approval yet",
    noChangesRequested: "no changes requested",
    blocked: "Not ready to merge",
    waiting: "In review",
    clear: "Review done",
    sourceCloses: "The source branch closes on merge.",
    merged: "Merged",
    declined: "Declined",
    by: " by ",
    as: " as ",
  },
};
