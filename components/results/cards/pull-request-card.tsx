import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { ClampedText } from "../parts/clamped-text";
import { unwrapKey } from "../schema/unwrap";
import { MergeState } from "./merge-state";
import { PullRequestLines } from "./pull-request-lines";
import { pullRequestSchema } from "./pull-request-schema";
import { PullRequestState } from "./pull-request-state";
import { Reviewer } from "./reviewer";

const wrappedSchema = z.preprocess(unwrapKey("pull_request"), pullRequestSchema);

/** Whoever asked to see a pull request sees all of it; after a change to it, the change is what matters. */
export const pullRequestResult = defineResult(wrappedSchema, ({ value, action }) => {
  const words = useWords("results").pullRequests;
  const detailed = action.toolClass === "read";
  return (
    <Card label={words.title(value.id)}>
      <ul>
        <ListEntry aside={<PullRequestState pullRequest={value} />}>
          <PullRequestLines pullRequest={value} action={action} />
        </ListEntry>
      </ul>
      {detailed && value.description ? (
        <div className="border-border border-t px-3 py-2">
          <ClampedText text={value.description} />
        </div>
      ) : null}
      {detailed && value.reviewers.length > 0 ? (
        <ul
          aria-label={words.reviewers}
          className="flex flex-wrap gap-x-4 gap-y-1.5 border-border border-t px-3 py-2"
        >
          {value.reviewers.map((participant) => (
            <Reviewer key={participant.user.key} participant={participant} />
          ))}
        </ul>
      ) : null}
      {detailed || value.state !== "OPEN" ? <MergeState pullRequest={value} /> : null}
    </Card>
  );
});

export const pullRequestListResult = defineList(pullRequestSchema, {
  noun: "pullRequest",
  keyOf: (pullRequest) => pullRequest.id,
  timeOf: (pullRequest) => pullRequest.updated_on ?? pullRequest.created_on,
  row: (pullRequest, action) => (
    <ListEntry aside={<PullRequestState pullRequest={pullRequest} />}>
      <PullRequestLines pullRequest={pullRequest} action={action} />
    </ListEntry>
  ),
});
