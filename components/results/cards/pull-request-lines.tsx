import { ArrowRight, MessageSquare, SquareCheckBig } from "lucide-react";
import { useWords } from "@/components/language/words";
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
  const { into } = useWords("results").pullRequests;
  if (!source) return null;
  return (
    <Meta>
      <Code text={source} />
      {destination ? (
        <>
          <ArrowRight aria-label={into} className="mx-1 inline size-3" />
          <Code text={destination} />
        </>
      ) : null}
    </Meta>
  );
}

function Count({ count, of }: { count: number | undefined; of: "comments" | "tasks" }) {
  const words = useWords("results").pullRequests[of];
  if (!count) return null;
  const Icon = of === "comments" ? MessageSquare : SquareCheckBig;
  return (
    <Meta title={words.counted(count)}>
      <Icon aria-hidden className="mr-0.5 inline size-3" />
      {count}
      <span className="sr-only"> {words.many}</span>
    </Meta>
  );
}

/** Number and title, then the branches, the author and the counts. */
export function PullRequestLines({ pullRequest, action }: BranchesProps) {
  const { untitled } = useWords("results").pullRequests;
  return (
    <>
      <p className="wrap-anywhere font-medium">
        <ExternalLink href={pullRequest.links}>
          <span className="text-muted-foreground tabular-nums">
            #<PlainText text={pullRequest.id} />
          </span>{" "}
          <PlainText text={pullRequest.title ?? untitled} />
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
        <Count count={pullRequest.comment_count} of="comments" />
        <Count count={pullRequest.task_count} of="tasks" />
      </MetaLine>
    </>
  );
}
