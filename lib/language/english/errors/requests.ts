const missing = {
  account: "account",
  action: "action",
  approval: "approval",
  chat: "chat",
  connection: "connection",
  file: "file",
  message: "message",
  permission: "permission",
  picture: "picture",
  project: "project",
  question: "question",
  result: "result",
  share: "share",
  toolChange: "change of a tool",
  webhook: "webhook",
};
export type Missing = keyof typeof missing;

const unsaved = { chat: "The chat", file: "The file", message: "Your message", wish: "Your wish" };
export type Unsaved = keyof typeof unsaved;

/** What went wrong with a request to this server. */
export const requests = {
  missing: (what: Missing) => `There is no such ${missing[what]}.`,
  notSavedDiskFull: (what: Unsaved) => `${unsaved[what]} was not saved: the server's disk is full.`,
  notSavedNoDatabase: (what: Unsaved) =>
    `${unsaved[what]} was not saved: the database cannot be reached.`,
  nothingSaved: "Nothing was saved: the server's disk is full.",
  databaseUnreachable: "Branchline cannot reach its database just now.",
  internal: "Something went wrong on the server.",
  notSignedIn: "You are not signed in.",
  notSigned: "This message is not signed with the shared secret, or is too old.",
  foreignOrigin: "This request did not come from Branchline itself.",
  tooMuchAtOnce: "This is too much to send at once.",
  bodyNotJsonType: "The body has to be JSON.",
  bodyNotJson: "The body is not valid JSON.",
  notValid: "This request is not valid.",
  pageMarkerNotValid: "This page marker is not valid.",
  noGuests: "This installation does not take guests.",
  addressTaken: "This e-mail address has an account already.",
  noMatch: "This e-mail address and password do not belong together.",
  notYourPassword: "This is not your password.",
  pinnedAlready: (limit: number) => `${limit} chats are pinned already.`,
  projectsAlready: (limit: number) => `There are ${limit} projects already.`,
  answerBeingWritten: "An answer is still being written in this chat.",
  limitsUnchecked: "Branchline cannot check its limits just now, so nothing was done.",
  tokensUsedUp: "You have used all the tokens you have for one day.",
  tooManySignIns: "These are too many tries to sign in.",
  tooManyAccounts: "Too many accounts were made from where you are.",
  tooManyMessages: "These are too many messages at once.",
  tooManyAnswers: "Several answers are being written for you already.",
  tooManyRequests: "These are too many requests at once.",
  searchTooLong: "This is too much to look for.",
  shareHasChanged: "The copy has changed since you read it.",
  chatHasChanged: "The chat has changed since you looked at the copy.",
  nothingToShare: "There is nothing to share in this chat yet.",
};
