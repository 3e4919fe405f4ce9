import { findRepositories, isName, type RepositoryReference } from "./repository";
import { namePattern, says, type Utterance, unmark } from "./utterance";

export type CreateBranchesIntent = {
  kind: "create-branches";
  repositories: RepositoryReference[];
  names: string[];
  /** The branch to start from. Absent: the main branch. */
  base?: string;
  /** Present when the same message wants a pull request for it. */
  pullRequest?: { title?: string; destination?: string };
};

export type ListBranchesIntent = { kind: "list-branches"; repositories: RepositoryReference[] };

function branchNames(utterance: Utterance): string[] {
  const list = new RegExp(
    String.raw`\bbranch(?:es)?\s+(?:off\s+\S+\s+)?(?:called\s+|named\s+|with the names?\s+)?(${namePattern}(?:\s*(?:,|and|&)\s*(?:and\s+)?(?!(?:open|create|then|a|make)(?:\s|$))${namePattern})*)`,
    "i",
  ).exec(utterance.order)?.[1];
  const called = new RegExp(String.raw`\b(?:called|named)\s+(${namePattern})`, "i").exec(
    utterance.order,
  )?.[1];
  const before = new RegExp(String.raw`\b(${namePattern})\s+branch\b`, "i").exec(
    utterance.order,
  )?.[1];
  const texts = [...(list ?? "").split(/\s*(?:,|\band\b|&)\s*/), called ?? ""];
  const names = texts.filter(isBranchName);
  const found = names.length > 0 ? names : before && isName(before) ? [before] : [];
  return [...new Set(found.map((name) => unmark(name, utterance.quotations)))];
}

/** Words that follow "branch" and lead on to something else. */
const notBranchNames =
  /^(?:|add|and|at|based|called|create|for|from|in|it|make|my|named|new|of|off|on|open|that|the|then|this|to|using|with)$/i;

function isBranchName(name: string): boolean {
  return !notBranchNames.test(name);
}

function after(utterance: Utterance, words: string): string | undefined {
  const match = new RegExp(
    String.raw`\b(?:${words})\s+(?:the\s+)?(?:branch\s+)?(${namePattern})`,
    "i",
  ).exec(utterance.order)?.[1];
  return match && !/^(?:it|the|a|my|this|that|them|in)$/i.test(match)
    ? unmark(match, utterance.quotations)
    : undefined;
}

/** "off main", "based on develop". */
function findBaseBranch(utterance: Utterance): string | undefined {
  return after(utterance, "off of|off|based on|on top of|starting (?:at|from)|from");
}

/** "into develop", "against main". */
export function findDestinationBranch(utterance: Utterance): string | undefined {
  return after(utterance, "into|against|targeting|onto|to");
}

const wantsPullRequest = /\b(?:pull[ -]?request|pr|merge request)\b/i;

export function readCreateBranches(utterance: Utterance): CreateBranchesIntent | undefined {
  const creates =
    /\b(?:create|make|add|start|cut|open|set up|new)\b.{0,40}\bbranch(?:es)?\b/i.test(
      utterance.order,
    ) || /^branch off\b/i.test(utterance.order);
  if (
    !creates ||
    says(utterance, /\bpull[ -]?requests? (?:for|from) (?:the|my|this|a) .*branch\b/i)
  ) {
    return undefined;
  }
  const [branchPart = utterance.order, requestPart] = utterance.order.split(
    /(?:,|\band\b|\bthen\b)\s*(?:then\s+)?(?:also\s+)?(?=(?:open|create|make|raise)\b.{0,20}\b(?:pull[ -]?request|pr)\b)/i,
  );
  const branchUtterance = { ...utterance, order: branchPart.trim() };
  const base = findBaseBranch(branchUtterance);
  const request = requestPart && wantsPullRequest.test(requestPart) ? requestPart : undefined;
  const destination = request && findDestinationBranch({ ...utterance, order: request });
  const title = request && /\b(?:titled|called|named|with the title)\s+"(\d+)"/i.exec(request)?.[1];
  const names = branchNames(branchUtterance).filter((name) => name !== base);
  return {
    kind: "create-branches",
    // "anna/login" after "branch" is shaped like a repository and is none.
    repositories: findRepositories(utterance).filter(
      ({ workspace, slug }) => !names.includes(`${workspace}/${slug}`),
    ),
    names,
    ...(base && { base }),
    ...(request && {
      pullRequest: {
        ...(destination && { destination }),
        ...(title && { title: utterance.quotations[Number(title)] }),
      },
    }),
  };
}

export function readListBranches(utterance: Utterance): ListBranchesIntent | undefined {
  if (!says(utterance, /\bbranches\b/i)) return undefined;
  return { kind: "list-branches", repositories: findRepositories(utterance, "loose") };
}
