import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { Hash } from "../parts/code";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import type { Participant, PullRequest } from "./pull-request-schema";

type Readiness = { kind: "blocked" | "waiting" | "clear"; words: string[] };

type MergeWords = Words["results"]["pullRequests"]["merge"];

/**
 * What stands in the way of a merge, as far as the pull request itself says: its builds and the repository's own rules are
 * not among what Bitbucket answers with it.
 */
export function readinessOf(
  { draft, reviewers, task_count: tasks }: PullRequest,
  words: MergeWords,
): Readiness {
  const by = (verdict: Participant["verdict"]) =>
    reviewers.flatMap((participant) =>
      participant.verdict === verdict ? [participant.user.name] : [],
    );
  const [refused, silent, approved] = [by("changes_requested"), by("none"), by("approved")];
  const blocking = [
    ...(draft ? [words.stillDraft] : []),
    ...(refused.length > 0 ? [words.changesRequestedBy(refused)] : []),
    ...(tasks ? [words.openTasks(tasks)] : []),
  ];
  const waiting = silent.length > 0 ? [words.waitingFor(silent)] : [];
  const approvals = approved.length > 0 ? [words.approvedBy(approved)] : [words.noApproval];
  if (blocking.length > 0) return { kind: "blocked", words: [...blocking, ...waiting] };
  if (waiting.length > 0 || approved.length === 0)
    return { kind: "waiting", words: [...approvals, ...waiting] };
  return { kind: "clear", words: [...approvals, words.noChangesRequested] };
}

const looks: Record<Readiness["kind"], { icon: LucideIcon; className: string }> = {
  blocked: { icon: CircleAlert, className: "text-warning" },
  waiting: { icon: CircleDashed, className: "text-muted-foreground" },
  clear: { icon: CircleCheck, className: "text-success" },
};

function Ready({ pullRequest }: { pullRequest: PullRequest }) {
  const { merge } = useWords("results").pullRequests;
  const { kind, words } = readinessOf(pullRequest, merge);
  const { icon: Icon, className } = looks[kind];
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
      <p className="wrap-anywhere min-w-0">
        <span className="font-medium">{merge[kind]}</span>
        {": "}
        <PlainText text={words.join(" · ")} />
        {pullRequest.close_source_branch ? (
          <span className="block text-muted-foreground text-xs">{merge.sourceCloses}</span>
        ) : null}
      </p>
    </>
  );
}

function Closed({ pullRequest, end }: { pullRequest: PullRequest; end: "merged" | "declined" }) {
  const words = useWords("results").pullRequests.merge;
  const { closed_by: closedBy, merge_commit: commit, reason, updated_on: time } = pullRequest;
  return (
    <p className="wrap-anywhere min-w-0">
      <span className="font-medium">{words[end]}</span>
      {closedBy ? (
        <>
          {words.by}
          <PlainText text={closedBy.name} />
        </>
      ) : null}
      {commit ? (
        <>
          {words.as}
          <Hash hash={commit} />
        </>
      ) : null}{" "}
      <span className="text-muted-foreground">
        <RelativeTime time={time} />
      </span>
      {reason ? (
        <>
          {": "}
          <PlainText text={reason} />
        </>
      ) : null}
    </p>
  );
}

/** In words: what a merge still waits for, or how the pull request ended. */
export function MergeState({ pullRequest }: { pullRequest: PullRequest }) {
  const content = () => {
    switch (pullRequest.state?.toUpperCase()) {
      case "OPEN":
      case "DRAFT":
        return <Ready pullRequest={pullRequest} />;
      case "MERGED":
        return <Closed pullRequest={pullRequest} end="merged" />;
      case "DECLINED":
        return <Closed pullRequest={pullRequest} end="declined" />;
      default:
        return null;
    }
  };
  const shown = content();
  return shown ? <div className="flex gap-2 border-border border-t px-3 py-2">{shown}</div> : null;
}
