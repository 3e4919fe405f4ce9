import type { Intent } from "../language/intent";

type Repository = { workspace: string; slug: string };

/** What a chosen option says, in the forms in which the scripts offer options. */
function readOption(option: string): {
  repository?: Repository;
  branch?: string;
  number?: number;
  workspace?: string;
} {
  const branch = /^(\S+) \(([\w.-]+)\/([\w.-]+)\)$/.exec(option);
  if (branch?.[1] && branch[2] && branch[3]) {
    return { branch: branch[1], repository: { workspace: branch[2], slug: branch[3] } };
  }
  const numbered = /^(?:([\w.-]+)\/([\w.-]+) )?#(\d+)\b/.exec(option);
  if (numbered?.[3]) {
    const [, workspace, slug, number] = numbered;
    return {
      number: Number(number),
      ...(workspace && slug && { repository: { workspace, slug } }),
    };
  }
  const [workspace, slug, ...rest] = option.split("/");
  if (!workspace || rest.length > 0 || /\s/.test(option)) return {};
  return slug ? { repository: { workspace, slug } } : { workspace };
}

/**
 * The request as it would read with the chosen option in it, so that nothing has to be looked up again to understand the
 * answer. Undefined where the option has no place in the request by itself.
 */
export function absorbAnswer(intent: Intent, option: string): Intent | undefined {
  const { repository, branch, number, workspace } = readOption(option);
  if (workspace) {
    return intent.kind === "create-repository" ? { ...intent, workspace } : undefined;
  }
  if (!("repositories" in intent) || intent.repositories.length > 1) return undefined;
  const placed = repository ? { ...intent, repositories: [repository] } : intent;
  if (branch)
    return placed.kind === "open-pull-request" ? { ...placed, source: branch } : undefined;
  if (number === undefined) return repository ? placed : undefined;
  const hasPlace = placed.repositories.some((reference) => reference.workspace !== undefined);
  if (!hasPlace) return undefined;
  switch (placed.kind) {
    case "merge-pull-request":
    case "review-pull-request":
    case "comment-on-pull-request":
      return { ...placed, number };
    case "get-issue":
    case "comment-on-issue":
    case "update-issues":
    case "delete-issues":
      return { ...placed, issues: { type: "numbers", numbers: [number] } };
    default:
      return undefined;
  }
}
