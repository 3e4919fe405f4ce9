import { z } from "zod";
import { type Account, accountSchema, optionalAccount } from "../schema/account";
import {
  contentText,
  htmlLink,
  identifier,
  optionalFlag,
  optionalNumber,
  optionalText,
  readableEntries,
} from "../schema/fields";
import { repositoryName } from "../schema/repository-reference";

const side = z
  .object({
    branch: z
      .object({ name: optionalText })
      .nullish()
      .catch(undefined)
      .transform((branch) => branch?.name),
    repository: repositoryName,
  })
  .nullish()
  .catch(undefined)
  .transform((value) => ({ branch: value?.branch, repository: value?.repository }));

const participantSchema = z.object({
  user: accountSchema,
  role: optionalText,
  approved: optionalFlag,
  state: optionalText,
});

export type Verdict = "approved" | "changes_requested" | "none";

/** One participant of a pull request, as `approve` and `request changes` answer. */
export const verdictSchema = participantSchema.transform(({ user, role, approved, state }) => ({
  user,
  role,
  verdict: ((): Verdict => {
    if (state === "changes_requested") return "changes_requested";
    return approved || state === "approved" ? "approved" : "none";
  })(),
}));
export type Participant = z.infer<typeof verdictSchema>;

/** Reviewers come as plain accounts, what they said as participants. Somebody who only approved counts as a reviewer. */
function joinReviewers(reviewers: Account[], participants: Participant[]): Participant[] {
  const verdicts = new Map(participants.map((entry) => [entry.user.key, entry]));
  const invited = reviewers.map(
    (user): Participant => verdicts.get(user.key) ?? { user, role: "REVIEWER", verdict: "none" },
  );
  const known = new Set(invited.map((entry) => entry.user.key));
  const others = participants.filter(
    (entry) =>
      !known.has(entry.user.key) && (entry.role === "REVIEWER" || entry.verdict !== "none"),
  );
  return [...invited, ...others];
}

export const pullRequestSchema = z
  .object({
    id: identifier,
    title: optionalText,
    state: optionalText,
    draft: optionalFlag,
    description: contentText,
    summary: contentText,
    author: optionalAccount,
    source: side,
    destination: side,
    reviewers: readableEntries(accountSchema),
    participants: readableEntries(verdictSchema),
    close_source_branch: optionalFlag,
    closed_by: optionalAccount,
    reason: optionalText,
    comment_count: optionalNumber,
    task_count: optionalNumber,
    merge_commit: z
      .object({ hash: optionalText })
      .nullish()
      .catch(undefined)
      .transform((commit) => commit?.hash),
    created_on: optionalText,
    updated_on: optionalText,
    links: htmlLink,
  })
  .transform(({ reviewers, participants, description, summary, ...pullRequest }, context) => {
    if (!pullRequest.title && !pullRequest.state) {
      context.addIssue({ code: "custom", message: "A pull request needs a title or a state." });
      return z.NEVER;
    }
    return {
      ...pullRequest,
      description: description ?? summary,
      reviewers: joinReviewers(reviewers, participants),
    };
  });
export type PullRequest = z.infer<typeof pullRequestSchema>;
