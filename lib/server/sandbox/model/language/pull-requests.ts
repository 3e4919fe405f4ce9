import { findDestinationBranch } from "./branches";
import { findNumbers } from "./numbers";
import { findRepositories, type RepositoryReference } from "./repository";
import { namePattern, says, type Utterance, unmark } from "./utterance";

type PullRequestState = "OPEN" | "MERGED" | "DECLINED";

export type ListPullRequestsIntent = {
  kind: "list-pull-requests";
  repositories: RepositoryReference[];
  states: PullRequestState[];
  mine: boolean;
};
export type GetPullRequestIntent = {
  kind: "get-pull-request";
  repositories: RepositoryReference[];
  number?: number;
};
export type OpenPullRequestIntent = {
  kind: "open-pull-request";
  repositories: RepositoryReference[];
  source?: string;
  destination?: string;
  title?: string;
  description?: string;
  /** Names of people as the message gives them. */
  reviewers: string[];
};
export type MergePullRequestIntent = {
  kind: "merge-pull-request";
  repositories: RepositoryReference[];
  number?: number;
  strategy?: "merge_commit" | "squash" | "fast_forward";
  closeSourceBranch: boolean;
};

const word = "(?:pull[ -]?requests?|prs?|merge requests?)";
const pullRequestWord = new RegExp(String.raw`\b${word}\b`, "i");
const opensOne =
  /\b(?:open|create|make|raise|submit|start|file|send)\s+(?:me\s+)?(?:a|an|the|another)?\s*(?:new\s+|draft\s+)?(?:pull[ -]?request|pr|merge request)\b(?!s)/i;
const asksForList = /^(?:list|show|which|what|get|find|see|view|are there|how many)\b/i;

function numberOf(utterance: Utterance): number | undefined {
  const inAddress = /\/pull-requests\/(\d+)/.exec(utterance.original)?.[1];
  return inAddress ? Number(inAddress) : findNumbers(utterance, word)[0];
}

function sourceOf(utterance: Utterance): string | undefined {
  const pattern = new RegExp(
    String.raw`\b(?:for|from|of)\s+(?:the\s+|my\s+)?(?:branch\s+)?(${namePattern})(?:\s+branch)?`,
    "i",
  );
  const name = pattern.exec(utterance.order)?.[1];
  if (
    name === undefined ||
    /^(?:my|the|it|this|that|feature|changes?|work|branch|me)$/i.test(name)
  ) {
    return undefined;
  }
  const repositories = findRepositories(utterance).map(({ slug }) => slug);
  const plain = unmark(name, utterance.quotations);
  return repositories.includes(plain) ||
    (/^[\w.-]+\/[\w.-]+$/.test(plain) && repositories.includes(plain.split("/")[1] ?? ""))
    ? undefined
    : plain;
}

export function readOpenPullRequest(utterance: Utterance): OpenPullRequestIntent | undefined {
  if (!opensOne.test(utterance.order) || asksForList.test(utterance.order)) return undefined;
  const titled = /\b(?:titled|called|named|with the title|title)\s+"(\d+)"/i.exec(
    utterance.order,
  )?.[1];
  const title = titled && utterance.quotations[Number(titled)];
  const source = sourceOf(utterance);
  const reviewers = /\b(?:reviewers?|reviewed by)\s+((?:@?[\w-]+(?:\s*(?:,|and)\s*)?)+)/i
    .exec(utterance.order)?.[1]
    ?.split(/\s*(?:,|\band\b)\s*/)
    .map((name) => name.replace(/^@/, "").trim())
    .filter((name) => name !== "" && !/^(?:in|into|for)$/i.test(name));
  const destination = findDestinationBranch(utterance);
  return {
    kind: "open-pull-request",
    repositories: findRepositories(utterance),
    ...(source && { source }),
    ...(destination && destination !== source && { destination }),
    ...(title && { title }),
    ...(utterance.freeText && { description: utterance.freeText }),
    reviewers: reviewers ?? [],
  };
}

export function readMergePullRequest(utterance: Utterance): MergePullRequestIntent | undefined {
  if (!/^(?:squash[- ](?:and[- ])?)?(?:merge|land)\b/i.test(utterance.order)) {
    return undefined;
  }
  const number = numberOf(utterance);
  const strategy = says(utterance, /\bsquash/i)
    ? "squash"
    : says(utterance, /fast[- ]forward/i)
      ? "fast_forward"
      : says(utterance, /merge commit/i)
        ? "merge_commit"
        : undefined;
  return {
    kind: "merge-pull-request",
    repositories: findRepositories(utterance),
    ...(number !== undefined && { number }),
    ...(strategy && { strategy }),
    closeSourceBranch: says(utterance, /\b(?:close|delete|remove)\b.{0,20}\bbranch\b/i),
  };
}

export function readGetPullRequest(utterance: Utterance): GetPullRequestIntent | undefined {
  const number = numberOf(utterance);
  const pointsAtOne =
    number !== undefined || says(utterance, /\b(?:latest|newest|last|that|this)\b/i);
  if (!pullRequestWord.test(utterance.original) && !/\/pull-requests\//.test(utterance.original)) {
    return undefined;
  }
  const many = says(utterance, /(?<!\/)\b(?:pull[ -]?requests|prs)\b(?!\s*#?\d)/i);
  if (!pointsAtOne || many) return undefined;
  return {
    kind: "get-pull-request",
    repositories: findRepositories(utterance, "loose"),
    ...(number !== undefined && { number }),
  };
}

export function readListPullRequests(utterance: Utterance): ListPullRequestsIntent | undefined {
  if (!pullRequestWord.test(utterance.order)) return undefined;
  const states: PullRequestState[] = [];
  if (says(utterance, /\bmerged\b/i)) states.push("MERGED");
  if (says(utterance, /\b(?:declined|rejected|closed)\b/i)) states.push("DECLINED");
  if (says(utterance, /\bclosed\b/i) && !states.includes("MERGED")) states.push("MERGED");
  if (says(utterance, /\bopen(?:ed)?\b/i) || states.length === 0) states.unshift("OPEN");
  const everyState = says(
    utterance,
    /\b(?:all|every)\s+(?:the\s+|my\s+)?(?:pull|pr)|\b(?:all|any|every|each) states?\b/i,
  );
  return {
    kind: "list-pull-requests",
    repositories: findRepositories(utterance, "loose"),
    states: everyState ? ["OPEN", "MERGED", "DECLINED"] : states,
    mine: says(utterance, /\bmy\b(?!\s+repo)|\bmine\b|\bby me\b|\bi (?:opened|created|have)\b/i),
  };
}
