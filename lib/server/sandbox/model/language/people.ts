import { findRepositories, findWorkspace } from "./repository";
import { says, type Utterance } from "./utterance";

export type PeopleIntent =
  | { kind: "who-am-i" }
  | { kind: "list-workspaces" }
  | { kind: "list-members"; workspace?: string };

export function readPeople(utterance: Utterance): PeopleIntent | undefined {
  if (
    says(
      utterance,
      /\bwho am i\b|\bwho'?s logged in\b|\bmy (?:bitbucket )?(?:account|profile|user(?:name)?)\b|\bcurrent user\b|\bwhich account\b/i,
    )
  ) {
    return { kind: "who-am-i" };
  }
  if (
    says(
      utterance,
      /\bmembers?\b|\bteam ?mates?\b|\bcolleagues\b|\bwho (?:is|are|works?)\b.*\b(?:in|on|at)\b|\bpeople\b/i,
    )
  ) {
    const workspace =
      findWorkspace(utterance) ??
      findRepositories(utterance, "loose").find((reference) => reference.workspace === undefined)
        ?.slug;
    return { kind: "list-members", ...(workspace && { workspace }) };
  }
  return says(utterance, /\bworkspaces\b|\b(?:which|what|my) workspace\b/i)
    ? { kind: "list-workspaces" }
    : undefined;
}
