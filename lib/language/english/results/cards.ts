import { count } from "../count";

/** What one thing is called, and what is said of it. */
export const cards = {
  branch: (name: string) => `Branch ${name}`,
  comment: "Comment",
  commit: (hash: string) => `Commit ${hash}`,
  mergeCommit: "Merge",
  noMessage: "No message",
  deleted: "Deleted",
  user: (name: string) => `User ${name}`,
  joined: "joined",
  repository: (name: string) => `Repository ${name}`,
  private: "Private",
  public: "Public",
  mainBranch: "Main branch",
  project: "Project",
  issuesOn: "issues on",
  updated: "updated",
  copyCloneUrl: "Copy clone URL",
  snippet: (title: string) => `Snippet ${title}`,
  untitledSnippet: "Untitled snippet",
  moreFiles: (files: number) => `${files} more files`,
  workspace: (slug: string) => `Workspace ${slug}`,
  administrator: "Administrator",
  issue: (number: string) => `Issue #${number}`,
  priority: "Priority",
  assignedTo: "assigned to",
  reportedBy: "by",
  votes: (votes: number) => (votes === 1 ? "1 vote" : `${votes} votes`),
  /** By Bitbucket's own names; others stay as they are. */
  issueStates: {
    new: "New",
    open: "Open",
    resolved: "Resolved",
    "on hold": "On hold",
    invalid: "Invalid",
    duplicate: "Duplicate",
    wontfix: "Won't fix",
    closed: "Closed",
  },
};

/** Any result at all, as names and values. */
export const generic = {
  none: "none",
  yes: "yes",
  no: "no",
  empty: "empty",
  cut: (text: string, rest: number) => `${text}… (${count(rest)} more)`,
  entries: (entries: number) => `${entries} ${entries === 1 ? "entry" : "entries"}`,
  notShown: "Not shown",
  more: (entries: number) => `${count(entries)} more`,
};
