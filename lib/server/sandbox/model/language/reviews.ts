import { findNumbers } from "./numbers";
import { findRepositories, type RepositoryReference } from "./repository";
import { says, type Utterance } from "./utterance";

export type ReviewPullRequestIntent = {
  kind: "review-pull-request";
  repositories: RepositoryReference[];
  verdict: "approve" | "decline";
  number?: number;
};
export type CommentOnPullRequestIntent = {
  kind: "comment-on-pull-request";
  repositories: RepositoryReference[];
  number?: number;
  content?: string;
};

const word = "(?:pull[ -]?requests?|prs?|merge requests?)";

/** "Approve PR 12", "decline it", "comment on pull request #12: …". */
export function readReview(
  utterance: Utterance,
): ReviewPullRequestIntent | CommentOnPullRequestIntent | undefined {
  const number = findNumbers(utterance, word)[0];
  const place = {
    repositories: findRepositories(utterance),
    ...(number !== undefined && { number }),
  };
  const about = new RegExp(String.raw`\b${word}\b`, "i").test(utterance.order);
  if (
    about &&
    says(
      utterance,
      /^(?:comment|reply|respond)\b|\b(?:add|leave|post|write)\s+(?:a|the|another)?\s*(?:comment|reply|note)\b/i,
    )
  ) {
    const content = utterance.freeText ?? utterance.quotations[0];
    return { kind: "comment-on-pull-request", ...place, ...(content && { content }) };
  }
  const verdict = /^(approve|decline|reject|close)\b/i.exec(utterance.order)?.[1]?.toLowerCase();
  if (verdict === undefined) return undefined;
  if (!about && !(verdict !== "close" && says(utterance, /#\d|\b(?:it|this|that)\b/i)))
    return undefined;
  return {
    kind: "review-pull-request",
    ...place,
    verdict: verdict === "approve" ? "approve" : "decline",
  };
}
