/** What to ask next: what is on the button, and what is sent as the person's own message. */
export const followUps = {
  title: "Next steps",
  summarizeDiff: (number: string, place: string) => ({
    label: "Summarize the diff",
    text: `Summarize the diff of pull request #${number} in ${place}.`,
  }),
  approve: (number: string, place: string) => ({
    label: "Approve",
    text: `Approve pull request #${number} in ${place}.`,
  }),
  merge: (number: string, place: string) => ({
    label: "Merge",
    text: `Merge pull request #${number} in ${place}.`,
  }),
  openPullRequests: (place: string) => ({
    label: `Open pull requests in ${place}`,
    text: `Which pull requests are open in ${place}?`,
  }),
  otherOpenPullRequests: (place: string) => ({
    label: "Other open pull requests",
    text: `Which pull requests are open in ${place}?`,
  }),
  branches: (place: string) => ({
    label: `Branches of ${place}`,
    text: `List the branches of ${place}.`,
  }),
  showPullRequest: (number: string, place: string) => ({
    label: `Show #${number}`,
    text: `Show pull request #${number} in ${place}.`,
  }),
  createPullRequest: (branch: string, place: string) => ({
    label: "Open a pull request",
    text: `Open a pull request for ${branch} in ${place}.`,
  }),
  openIssues: (place: string) => ({
    label: "Open issues",
    text: `List the open issues in ${place}.`,
  }),
};
