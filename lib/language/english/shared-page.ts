/** The page of a shared copy. */
export const sharedPage = {
  goneTitle: "There is nothing here",
  gone: "The address may be wrong, or what was here is no longer shared.",
  maybeForSignedIn: "Some copies can be read only by people who are signed in.",
  signIn: "Sign in",
  toBranchline: "Go to Branchline",
  continue: "Continue",
  /** Comes after “Continue” where there is room. */
  inMyAccount: "in my account",
  copyMadeOn: "A copy of a conversation, made on",
  showsWhatWasChosen:
    "It shows what its owner chose to share, and does not change with the conversation.",
  report: "Report this page",
};
