const scopes: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "bitbucket",
    [
      "read your workspaces, repositories, pull requests, issues and snippets",
      "create, change and delete repositories, branches, pull requests, issues and comments",
    ],
  ],
]);

/** The way to an account that the agent needs. */
export const connect = {
  headline: {
    needed: (place: string) => `Connect ${place} to continue`,
    lost: (place: string) => `Reconnect ${place} to continue`,
    opened: "Finish signing in in the other tab",
    waiting: (place: string) => `Finish in the tab that ${place} opened`,
    connected: (place: string) => `Connected to ${place}`,
    refused: (place: string) => `${place} said no`,
    notConfigured: (place: string) => `${place} is not set up on this server`,
    unreachable: "The connection service cannot be reached",
    failed: (place: string) => `${place} could not be connected`,
    expired: "This link is no longer valid",
    declined: (place: string) => `Not now: ${place} was not connected`,
  },
  /** The same for a reader of a copy. */
  shared: {
    connected: (place: string) => `Connected ${place}`,
    waiting: (place: string) => `Waiting for ${place} to be connected`,
    ended: (place: string) => `${place} was not connected`,
  },
  /** Around the account's name. */
  connectedAs: { before: "Connected as ", after: " – continuing." },
  useAnotherAccount: "Use another account",
  actions: {
    connect: (place: string) => `Connect ${place}`,
    reconnect: (place: string) => `Reconnect ${place}`,
    notNow: "Not now",
    copyLink: "Copy link",
    checkNow: "Check now",
    openAgain: "Open again",
    newLink: "Get a new link",
  },
  signIn: {
    demo: (place: string) =>
      `This is a demo: a made-up consent page opens, and no real ${place} account is touched.`,
    at: (where: string) => `You sign in ${where}; this app never sees your password.`,
    host: (host: string) => `at ${host}`,
    page: (place: string) => `on a page of ${place}`,
  },
  /** What a connection lets the agent do; undefined for a toolkit that nobody has described. */
  scopesOf: (toolkit: string) => scopes.get(toolkit),
  agentMay: "Connected, the agent may, in your name:",
  asksHere: "Before every change it asks you here.",
  lost: {
    yourAccount: "your account",
    signedOut: (place: string) => ({
      beforeAccount: `${place} signed this app out of `,
      beforeTime: " ",
      end: ".",
    }),
    switchedOff: { beforeAccount: "", beforeTime: " was switched off ", end: "." },
    goesOn: "What was asked for goes on once you have signed in again.",
  },
  opened: {
    goesOn: "This goes on by itself once you have signed in and come back, in this browser.",
    expires: { before: "The link expires ", after: "." },
  },
  waiting:
    "Access was allowed, and this browser has not come back from there yet. Unless it does within a minute, nothing is connected and the access is thrown away.",
  expired: "Nothing was connected. A new link takes one click.",
  failed: {
    notConfigured: (place: string) =>
      `No sign-in for ${place} is set up where this server connects accounts. Ask the administrator to add an auth config for ${place} in Composio; your chat waits here meanwhile.`,
    unreachable: "The service that connects accounts does not answer. Your chat is safe.",
    askAdmin: "What to ask your admin",
    blocked:
      "Where it was not you who declined, your workspace blocks this app. Send this to whoever administers it:",
    copyText: "Copy text",
    advice: (place: string, permissions: readonly string[]) => {
      const wish = `I would like to use ${place} through Branchline, and the sign-in was refused. Please allow the app that the sign-in page names to be used in our workspace.`;
      return permissions.length > 0
        ? `${wish} It asks for permission to ${permissions.join("; and to ")}.`
        : wish;
    },
  },
};
