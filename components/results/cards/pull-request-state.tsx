import {
  CircleQuestionMark,
  GitMerge,
  GitPullRequest,
  GitPullRequestClosed,
  GitPullRequestDraft,
  type LucideIcon,
} from "lucide-react";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { Chip, type Tone } from "../parts/chip";
import { PlainText } from "../parts/plain-text";
import type { PullRequest } from "./pull-request-schema";

type State = keyof Words["results"]["pullRequests"]["states"];

const stateLooks: Record<State, { icon: LucideIcon; tone: Tone }> = {
  OPEN: { icon: GitPullRequest, tone: "success" },
  MERGED: { icon: GitMerge, tone: "accent" },
  DECLINED: { icon: GitPullRequestClosed, tone: "danger" },
  SUPERSEDED: { icon: GitPullRequestClosed, tone: "neutral" },
  DRAFT: { icon: GitPullRequestDraft, tone: "neutral" },
};

const isKnown = (state: string): state is State => Object.hasOwn(stateLooks, state);

/** The state of a pull request; an open one that is marked as a draft is a draft. */
export function PullRequestState({ pullRequest }: { pullRequest: PullRequest }) {
  const { states } = useWords("results").pullRequests;
  const said = pullRequest.state?.toUpperCase();
  if (!said) return null;
  const state = said === "OPEN" && pullRequest.draft ? "DRAFT" : said;
  if (!isKnown(state))
    return (
      <Chip icon={CircleQuestionMark} tone="neutral">
        <PlainText text={state} />
      </Chip>
    );
  const { icon, tone } = stateLooks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {states[state]}
    </Chip>
  );
}
