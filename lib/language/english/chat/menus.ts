/** The ways from a chat to elsewhere. */
export const menus = {
  skipToChat: "Skip to the chat",
  guest: "Guest",
  signingOut: "Signing out",
  connections: "Connections",
  shares: "My shares",
  actions: "Actions",
  usage: "Usage",
  permissions: "Permissions",
  tools: "Tools",
  administration: "Administration",
  settings: "Settings",
  shortcuts: "Keyboard shortcuts",
  signOut: "Sign out",
};

/** As which account a chat works. */
export const account = {
  nameless: "Account without a name",
  connectAnother: "Connect another account",
  reconnect: "Reconnect on the connections page",
  worksAs: (toolkit: string, name: string) => `Works in ${toolkit} as ${name}. Change`,
  signedOut: (toolkit: string, name: string) =>
    `Works in ${toolkit} as ${name}, which is signed out. Change`,
  /** Before the account's name. */
  as: "as",
};

/** In place of a chat that is not there. */
export const missing = {
  title: "There is no such chat",
  text: "It may have been deleted, or it belongs to somebody else.",
  startNew: "Start a new chat",
};

/** A chat as a file: who said what. */
export const exported = { you: "You" };
