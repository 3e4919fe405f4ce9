import type { SmallTalkIntent } from "../language/small-talk";

const abilities = `- **Branches**: “Create a branch fix/login off main in acme/api”
- **Pull requests**: “Open a pull request for my feature”, “Show the open pull requests in api”, “Approve pull request #12”, “Merge it”
- **Issues**: “Comment on the latest open issue: Looking into it”, “Create an issue …”, “Close issues 3 and 4 in api”
- **Repositories and files**: “Fetch the readme of acme/api”, “List my repositories”, “Create a repository …”
- **People and snippets**: “Who am I?”, “Who are the members of acme?”, “List the snippets”`;

const nature =
  "I am the scripted demo model: I follow fixed scripts and understand ordinary Bitbucket requests, nothing more.";

const germanAbilities = `- **Pull Requests**: „Welche Pull Requests sind offen?“, „Zeige Pull Request #12 in acme/api“, „Genehmige Pull Request #12 in acme/api“
- **Branches**: „Lege einen neuen Branch von main an“, „Liste die Branches von acme/api auf“
- **Issues**: „Zeige das neueste offene Issue“, „Liste die offenen Issues in acme/api auf“
- **Repositories und Dateien**: „Liste meine Repositories auf“, „Hole die Readme von acme/api“`;

const germanNature =
  "Ich bin das Demo-Modell: Ich folge festen Drehbüchern, verstehe gewöhnliche Bitbucket-Anfragen auf Englisch und einige auf Deutsch, und sonst nichts. Was ich nachsehe, erzähle ich auf Englisch.";

function germanSmallTalk(kind: SmallTalkIntent["kind"]): string {
  switch (kind) {
    case "greeting":
      return "Hallo! Was soll in Bitbucket geschehen? „Hilfe“ zeigt, was ich kann.";
    case "thanks":
      return "Gern geschehen.";
    case "dismissal":
      return "In Ordnung, dabei bleibt es.";
    case "help":
      return `${germanNature} Zum Beispiel:\n\n${germanAbilities}`;
  }
}

/** Answers that need no tool. */
export function answerSmallTalk(kind: SmallTalkIntent["kind"], german: boolean): string {
  if (german) return germanSmallTalk(kind);
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
export function answerUnknown(german: boolean): string {
  if (german)
    return `Das habe ich nicht verstanden. ${germanNature} Zum Beispiel:\n\n${germanAbilities}`;
  return `I did not understand that. ${nature} Try one of these:\n\n${abilities}`;
}

export function answerNothingToContinue(german: boolean): string {
  if (german) return "Es gibt nichts, womit ich weitermachen könnte. Was soll geschehen?";
  return "There is nothing I could go on with. Tell me what you need.";
}
