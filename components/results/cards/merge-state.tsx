import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { Hash } from "../parts/code";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import type { Participant, PullRequest } from "./pull-request-schema";

type Readiness = { kind: "blocked" | "waiting" | "clear"; words: string[] };

function names(participants: readonly Participant[]): string {
  return new Intl.ListFormat("en").format(participants.map(({ user }) => user.name));
}

const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/**
 * What stands in the way of a merge, as far as the pull request itself says: its builds and the repository's own rules are
 * not among what Bitbucket answers with it.
 */
export function readinessOf({ draft, reviewers, task_count: tasks }: PullRequest): Readiness {
  const by = (verdict: Participant["verdict"]) =>
    reviewers.filter((participant) => participant.verdict === verdict);
  const [refused, silent, approved] = [by("changes_requested"), by("none"), by("approved")];
  const blocking = [
    ...(draft ? ["still a draft"] : []),
    ...(refused.length > 0 ? [`changes requested by ${names(refused)}`] : []),
    ...(tasks ? [counted(tasks, "open task")] : []),
  ];
  const waiting = silent.length > 0 ? [`waiting for ${names(silent)}`] : [];
  const approvals = approved.length > 0 ? [`approved by ${names(approved)}`] : ["no approval yet"];
  if (blocking.length > 0) return { kind: "blocked", words: [...blocking, ...waiting] };
  if (waiting.length > 0 || approved.length === 0)
    return { kind: "waiting", words: [...approvals, ...waiting] };
  return { kind: "clear", words: [...approvals, "no changes requested"] };
}

const looks: Record<Readiness["kind"], { icon: LucideIcon; className: string; word: string }> = {
  blocked: { icon: CircleAlert, className: "text-warning", word: "Not ready to merge" },
  waiting: { icon: CircleDashed, className: "text-muted-foreground", word: "In review" },
  clear: { icon: CircleCheck, className: "text-success", word: "Review done" },
};

function Ready({ pullRequest }: { pullRequest: PullRequest }) {
  const { kind, words } = readinessOf(pullRequest);
  const { icon: Icon, className, word } = looks[kind];
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
      <p className="wrap-anywhere min-w-0">
        <span className="font-medium">{word}</span>
        {": "}
        <PlainText text={words.join(" · ")} />
        {pullRequest.close_source_branch ? (
          <span className="block text-muted-foreground text-xs">
            The source branch closes on merge.
          </span>
        ) : null}
      </p>
    </>
  );
}

function Closed({ pullRequest, word }: { pullRequest: PullRequest; word: string }) {
  const { closed_by: closedBy, merge_commit: commit, reason, updated_on: time } = pullRequest;
  return (
    <p className="wrap-anywhere min-w-0">
      <span className="font-medium">{word}</span>
      {closedBy ? (
        <>
          {" by "}
          <PlainText text={closedBy.name} />
        </>
      ) : null}
      {commit ? (
        <>
          {" as "}
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
        return <Closed pullRequest={pullRequest} word="Merged" />;
      case "DECLINED":
        return <Closed pullRequest={pullRequest} word="Declined" />;
      default:
        return null;
    }
  };
  const shown = content();
  return shown ? <div className="flex gap-2 border-border border-t px-3 py-2">{shown}</div> : null;
}
