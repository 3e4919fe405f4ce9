/** The page of the connected accounts. */
export const connections = {
  title: "Connections",
  means: "The accounts in which Branchline acts for you. Each chat works as one of them.",
  accounts: "Connected accounts",
  loading: "Loading your accounts",
  none: "No account is connected. Connect one now, or wait until a chat asks for it.",
  asksInChat: "Before every change it asks you in the chat.",
  connectAnother: (place: string) => `Connect another ${place} account`,
  reconnect: (name: string) => `Reconnect ${name}`,
  nameless: "Account without a name",
  forNewChats: "for new chats",
  /** Before how long ago. */
  added: (toolkit: string) => `${toolkit}, added`,
  status: {
    connected: "Connected",
    /** Before how long ago. */
    signedOut: "Signed out by the provider",
    switchedOff: "Switched off",
    takenBack: "Access was taken back",
  },
  use: "Use for new chats",
  chooseAccount: (name: string) => `Use ${name} for new chats`,
  remove: "Remove",
  removeAccount: (name: string) => `Remove ${name}`,
  askRemove: (name: string) => `Remove ${name}?`,
  removeMeans: (place: string) =>
    `Branchline can no longer act in this ${place} account. Chats and what was done stay. You can connect it again at any time.`,
  workspaces: {
    asking: "Looking up the workspaces…",
    unknown: "Its workspaces cannot be looked up at the moment.",
    label: (number: number) => (number === 1 ? "Workspace:" : "Workspaces:"),
    none: "none",
  },
  attempt: {
    pageTitle: "Connect Bitbucket",
    finishedTitle: "Nothing more to do here",
    finished: "This connection was finished already. Go back to your chat.",
    /** Around the person's name. */
    asWhom: { before: "You connect your account to Branchline as ", after: "." },
    signIn: (where: string) => `You sign in ${where}; Branchline never sees your password.`,
    madeUpPage: "on a made-up consent page",
    continueTo: (place: string) => `Continue to ${place}`,
  },
  outcome: {
    pageTitle: "Bitbucket connection",
    connectedAs: (name: string) => `Connected as ${name}`,
    connectedTo: (place: string) => `Connected to ${place}`,
    failed: (place: string) => `${place} was not connected`,
    expired: {
      title: "This link is no longer valid",
      text: "Nothing was connected. Go back and get a new one.",
    },
    declined: {
      title: "Not connected",
      text: (place: string) => `You chose not to connect ${place} now.`,
    },
    unfinished: {
      title: "Not connected yet",
      text: (place: string) => `Finish in the tab that ${place} opened last.`,
    },
    notYours: {
      title: "This link is not yours",
      text: "It was made for somebody else, or used already. Nothing was connected.",
    },
    otherBrowser: {
      title: "This is not the browser you started in",
      text: "Nothing was connected. Start again, and sign in in the browser you start in.",
    },
    otherPerson:
      "Somebody else started this connection, so nothing was connected: what you allowed was thrown away. If somebody sent you the link, they may have been after your account. To be sure, take the access back in the settings of the account you signed in with.",
    chatGoesOn: "Your chat goes on by itself. You can close this tab.",
    askInChat: "Ask for something in a chat: it will be done with this account.",
    toConnections: "Go to your connections",
    agentMay: "The agent may, in your name:",
  },
};
