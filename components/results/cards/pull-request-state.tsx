import {
  CircleQuestionMark,
  GitMerge,
  GitPullRequest,
  GitPullRequestClosed,
  GitPullRequestDraft,
  type LucideIcon,
} from "lucide-react";
import { Chip, type Tone } from "../parts/chip";
import { PlainText } from "../parts/plain-text";
import type { PullRequest } from "./pull-request-schema";

type StateLook = { icon: LucideIcon; tone: Tone; word: string };

const stateLooks: Record<string, StateLook> = {
  OPEN: { icon: GitPullRequest, tone: "success", word: "Open" },
  MERGED: { icon: GitMerge, tone: "accent", word: "Merged" },
  DECLINED: { icon: GitPullRequestClosed, tone: "danger", word: "Declined" },
  SUPERSEDED: { icon: GitPullRequestClosed, tone: "neutral", word: "Superseded" },
  DRAFT: { icon: GitPullRequestDraft, tone: "neutral", word: "Draft" },
};

/** The state of a pull request; an open one that is marked as a draft is a draft. */
export function PullRequestState({ pullRequest }: { pullRequest: PullRequest }) {
  const state = pullRequest.state?.toUpperCase();
  if (!state) return null;
  const look = stateLooks[state === "OPEN" && pullRequest.draft ? "DRAFT" : state];
  return (
    <Chip icon={look?.icon ?? CircleQuestionMark} tone={look?.tone ?? "neutral"}>
      {look?.word ?? <PlainText text={state} />}
    </Chip>
  );
}
