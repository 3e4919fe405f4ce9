import { ArrowRight, MessageSquare, SquareCheckBig } from "lucide-react";
import type { ActionView } from "@/lib/shared/action";
import { Code } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { textArgument } from "../schema/arguments";
import type { PullRequest } from "./pull-request-schema";
import { VerdictCounts } from "./reviewer";

type BranchesProps = { pullRequest: PullRequest; action: ActionView };

/** Source and destination. The answer to a creation names neither: then they are what was sent. */
function Branches({ pullRequest, action }: BranchesProps) {
  const source = pullRequest.source.branch ?? textArgument(action, "source_branch");
  const destination = pullRequest.destination.branch ?? textArgument(action, "destination_branch");
  if (!source) return null;
  return (
    <Meta>
      <Code text={source} />
      {destination ? (
        <>
          <ArrowRight aria-label="into" className="mx-1 inline size-3" />
          <Code text={destination} />
        </>
      ) : null}
    </Meta>
  );
}

function Count({
  count,
  icon,
  noun,
}: {
  count: number | undefined;
  icon: "comment" | "task";
  noun: string;
}) {
  if (!count) return null;
  const Icon = icon === "comment" ? MessageSquare : SquareCheckBig;
  return (
    <Meta title={`${count} ${noun}${count === 1 ? "" : "s"}`}>
      <Icon aria-hidden className="mr-0.5 inline size-3" />
      {count}
      <span className="sr-only"> {noun}s</span>
    </Meta>
  );
}

/** Number and title, then the branches, the author and the counts. */
export function PullRequestLines({ pullRequest, action }: BranchesProps) {
  return (
    <>
      <p className="wrap-anywhere font-medium">
        <ExternalLink href={pullRequest.links}>
          <span className="text-muted-foreground tabular-nums">
            #<PlainText text={pullRequest.id} />
          </span>{" "}
          <PlainText text={pullRequest.title ?? "Untitled"} />
        </ExternalLink>
      </p>
      <MetaLine>
        <Branches pullRequest={pullRequest} action={action} />
        {pullRequest.author ? (
          <Meta>
            <PlainText text={pullRequest.author.name} />
          </Meta>
        ) : null}
        {(pullRequest.updated_on ?? pullRequest.created_on) ? (
          <Meta>
            <RelativeTime time={pullRequest.updated_on ?? pullRequest.created_on} />
          </Meta>
        ) : null}
        {action.toolClass === "read" && action.tool.includes("_LIST_") ? (
          <VerdictCounts participants={pullRequest.reviewers} />
        ) : null}
        <Count count={pullRequest.comment_count} icon="comment" noun="comment" />
        <Count count={pullRequest.task_count} icon="task" noun="task" />
      </MetaLine>
    </>
  );
}
