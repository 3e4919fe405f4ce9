import type { SmallTalkIntent } from "../language/small-talk";

const abilities = `- **Branches**: “Create a branch fix/login off main in acme/api”
- **Pull requests**: “Open a pull request for my feature”, “Show the open pull requests in api”, “Approve pull request #12”, “Merge it”
- **Issues**: “Comment on the latest open issue: Looking into it”, “Create an issue …”, “Close issues 3 and 4 in api”
- **Repositories and files**: “Fetch the readme of acme/api”, “List my repositories”, “Create a repository …”
- **People and snippets**: “Who am I?”, “Who are the members of acme?”, “List the snippets”`;

const nature =
  "I am the scripted demo model: I follow fixed scripts and understand ordinary Bitbucket requests, nothing more.";

/** Answers that need no tool. */
export function answerSmallTalk(kind: SmallTalkIntent["kind"]): string {
  switch (kind) {
    case "greeting":
      return "Hello! What can I do for you in Bitbucket? Say “help” to see what I know.";
    case "thanks":
      return "You’re welcome.";
    case "dismissal":
      return "All right, I’ll leave it at that.";
    case "help":
      return `${nature} You can ask for:\n\n${abilities}`;
  }
}

/** For whatever no script fits. */
export function answerUnknown(): string {
  return `I did not understand that. ${nature} Try one of these:\n\n${abilities}`;
}

export function answerNothingToContinue(): string {
  return "There is nothing I could go on with. Tell me what you need.";
}
