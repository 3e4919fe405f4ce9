import { z } from "zod";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { ClampedText } from "../parts/clamped-text";
import { Hash } from "../parts/code";
import { EntryList, Entry as ListEntry } from "../parts/entry-list";
import { Meta, MetaLine } from "../parts/meta-line";
import { pagedSchema } from "../schema/paged";
import { unwrapKey } from "../schema/unwrap";
import { PullRequestLines } from "./pull-request-lines";
import { pullRequestSchema } from "./pull-request-schema";
import { PullRequestState } from "./pull-request-state";
import { Reviewer } from "./reviewer";

const wrappedSchema = z.preprocess(unwrapKey("pull_request"), pullRequestSchema);

/** Whoever asked to see a pull request sees all of it; after a change to it, the change is what matters. */
export const pullRequestResult = defineResult(wrappedSchema, ({ value, action }) => {
  const detailed = action.toolClass === "read";
  return (
    <Card label={`Pull request #${value.id}`}>
      <ul>
        <ListEntry aside={<PullRequestState pullRequest={value} />}>
          <PullRequestLines pullRequest={value} action={action} />
          <MetaLine>
            {value.merge_commit ? (
              <Meta>
                merged as <Hash hash={value.merge_commit} />
              </Meta>
            ) : null}
            {value.close_source_branch && value.state === "OPEN" ? (
              <Meta>the source branch closes on merge</Meta>
            ) : null}
          </MetaLine>
        </ListEntry>
      </ul>
      {detailed && value.description ? (
        <div className="border-border border-t px-3 py-2">
          <ClampedText text={value.description} />
        </div>
      ) : null}
      {detailed && value.reviewers.length > 0 ? (
        <ul
          aria-label="Reviewers"
          className="flex flex-wrap gap-x-4 gap-y-1 border-border border-t px-3 py-2"
        >
          {value.reviewers.map((participant) => (
            <Reviewer key={participant.user.key} participant={participant} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
});

export const pullRequestListResult = defineResult(
  pagedSchema(pullRequestSchema),
  ({ value, action }) => (
    <EntryList
      list={value}
      noun={["pull request", "pull requests"]}
      keyOf={(pullRequest) => pullRequest.id}
    >
      {(pullRequest) => (
        <ListEntry aside={<PullRequestState pullRequest={pullRequest} />}>
          <PullRequestLines pullRequest={pullRequest} action={action} />
        </ListEntry>
      )}
    </EntryList>
  ),
);
