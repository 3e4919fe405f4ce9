/** Why an account was not connected. */
export const connections = {
  notReturned:
    "Access was allowed, but the browser that started this did not come back, so nothing was connected. Start again, and finish in the tab that opens.",
  signInPageSaid: (said: string) => `The sign-in page said: ${said}.`,
  accessRefused: "Access was refused: you declined, or your workspace does not allow this app.",
  returnedEarly: "This browser came back before access was allowed, which uses the link up.",
  otherBrowser:
    "This connection was finished in another browser than the one that started it, so nothing was connected. Start and finish it in the same browser.",
  otherPerson:
    "Somebody else finished this connection, so nothing was connected. Nobody but you should sign in with a link that was made for you.",
};
