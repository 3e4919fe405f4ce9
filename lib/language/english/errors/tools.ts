/** @param said the provider's own sentence, or nothing */
const quoting = (sentence: string) => (said: string) =>
  said ? `${sentence} It said: ${said}` : sentence;

/** What went wrong with a tool, and why an action was not carried out. */
export const tools = {
  toolFailed: "The tool failed without saying why.",
  notAccepted: quoting("Bitbucket did not accept this."),
  connectionRefused: quoting("Bitbucket no longer accepts this connection."),
  accountMayNot: quoting("The connected account may not do this."),
  notThere: quoting("Bitbucket does not have this."),
  inTheWay: quoting("This already exists, or something else stands in its way."),
  functionRemoved: quoting("Bitbucket has removed this function."),
  bitbucketLimits: quoting("Bitbucket is limiting requests."),
  bitbucketFailed: (status: number, said: string) =>
    quoting(`Bitbucket answered with an error (${status}).`)(said),
  takenBack: "What allowed this was taken back before it began, so nothing was changed.",
  readOnlyBlocked: "This chat is read-only, so nothing was changed.",
  readOnly: "This chat is read-only, so nothing may be changed.",
  toolkitOff: (toolkit: string) =>
    `${toolkit} is switched off in this chat, so nothing was sent to it.`,
  toolDenied: (tool: string) => `${tool} may not be used here, so nothing was sent.`,
  accountChanged: (allowed: string, now: string) =>
    `This was allowed as ${allowed}, and would be done as ${now || "another account"} now. Nothing was done.`,
  repeatedCall: (times: number) =>
    `This very call was made ${times} times in this answer already, so it was not made again.`,
  nobodyAnswered: (minutes: number) =>
    `Nobody answered within ${minutes} ${minutes === 1 ? "minute" : "minutes"}, so this was not done.`,
  answeredAlready: "This was answered already.",
  foreignItem: "An item does not belong to this approval.",
  typeToConfirm: (words: string) => `Type ${words} to confirm.`,
  alwaysAsked: "This is always asked about.",
  cannotBeEdited: "This cannot be edited.",
  notTaken: (name: string) => `“${name}” is nothing that this tool takes.`,
  fixedArgument: (name: string) =>
    `“${name}” says what is changed, and nobody can check here whether the other one is yours.`,
  editOfNothing: "An edit is of nothing that is done.",
  argumentsTooLong: "The arguments are too long to be looked at.",
  argumentsKeyNotAllowed: "The arguments have a key that is not allowed.",
  moreThanReads: "This tool does more than read.",
  noAccountConnected: "No account is connected for this any more.",
  firstPageOnly: "The tool gives its first page only.",
  pageTooLarge: "This page is too large to show.",
  pageLate: "The next page did not come in time.",
  notPaged: "This is no list that can be paged through.",
  noPageBehind: "There is no page behind this one.",
  pageLoading: "This page is being loaded already.",
};
