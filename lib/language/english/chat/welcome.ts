const pullRequests = "Which pull requests are open?";

/** The empty chat. */
export const welcome = {
  title: "What shall we get done in Bitbucket?",
  promise:
    "Branchline reads and changes repositories, branches, pull requests and issues for you. It asks before it changes anything.",
  connected: (account: string | undefined) =>
    `Bitbucket: connected${account === undefined ? "" : ` as ${account}`}`,
  lost: (account: string | undefined) =>
    `Bitbucket signed this app out${account === undefined ? "" : ` of ${account}`} – you’ll be asked to sign in again when it is needed`,
  notConnected: "Bitbucket: not connected yet – you’ll be asked when it is needed",
  unreachable: "Bitbucket: the connection service cannot be reached right now",
  looking: "Looking at your connections",
  expired: (service: string, account: string | undefined) =>
    `${service} has signed this app out${account === undefined ? "" : ` of ${account}`}.`,
  connectAgain: "Connect again",
  suggestions: "Suggestions",
  /** Sent as the person's own message. */
  whenConnected: [
    pullRequests,
    "Show the latest open issue",
    "Fetch the readme of a repository",
    "Create a new branch off main",
  ],
  whenNotConnected: [
    "What can you do?",
    "List my repositories",
    pullRequests,
    "Open a pull request for my feature branch",
  ],
};
