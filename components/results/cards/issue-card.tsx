import {
  CircleCheck,
  CircleDot,
  CirclePause,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  type LucideIcon,
  Sparkle,
} from "lucide-react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { Chip, type Tone } from "../parts/chip";
import { ClampedText } from "../parts/clamped-text";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { optionalAccount } from "../schema/account";
import { contentText, htmlLink, identifier, optionalNumber, optionalText } from "../schema/fields";
import { humanizeKey } from "../schema/humanize-key";
import { unwrapKey } from "../schema/unwrap";

const issueSchema = z.object({
  id: identifier,
  title: z.string(),
  state: optionalText,
  kind: optionalText,
  priority: optionalText,
  content: contentText,
  assignee: optionalAccount,
  reporter: optionalAccount,
  votes: optionalNumber,
  created_on: optionalText,
  updated_on: optionalText,
  links: htmlLink,
});
type Issue = z.infer<typeof issueSchema>;

type StateWord = keyof Words["results"]["cards"]["issueStates"];

const stateLooks: Record<StateWord, { icon: LucideIcon; tone: Tone }> = {
  new: { icon: Sparkle, tone: "accent" },
  open: { icon: CircleDot, tone: "success" },
  resolved: { icon: CircleCheck, tone: "accent" },
  "on hold": { icon: CirclePause, tone: "warning" },
  invalid: { icon: CircleX, tone: "neutral" },
  duplicate: { icon: CircleX, tone: "neutral" },
  wontfix: { icon: CircleSlash, tone: "neutral" },
  closed: { icon: CircleCheck, tone: "neutral" },
};

const isKnownState = (state: string): state is StateWord => Object.hasOwn(stateLooks, state);

function IssueState({ state }: { state: string | undefined }) {
  const { issueStates } = useWords("results").cards;
  if (!state) return null;
  const known = state.toLowerCase();
  if (!isKnownState(known))
    return (
      <Chip icon={CircleQuestionMark} tone="neutral">
        <PlainText text={state} />
      </Chip>
    );
  const { icon, tone } = stateLooks[known];
  return (
    <Chip icon={icon} tone={tone}>
      {issueStates[known]}
    </Chip>
  );
}

function IssueLines({ issue }: { issue: Issue }) {
  const words = useWords("results").cards;
  return (
    <>
      <p className="wrap-anywhere font-medium">
        <ExternalLink href={issue.links}>
          <span className="text-muted-foreground tabular-nums">
            #<PlainText text={issue.id} />
          </span>{" "}
          <PlainText text={issue.title} />
        </ExternalLink>
      </p>
      <MetaLine>
        {issue.kind ? (
          <Meta>
            <PlainText text={humanizeKey(issue.kind)} />
          </Meta>
        ) : null}
        {issue.priority ? (
          <Meta title={words.priority}>
            <PlainText text={humanizeKey(issue.priority)} />
          </Meta>
        ) : null}
        {issue.assignee ? (
          <Meta>
            {words.assignedTo} <PlainText text={issue.assignee.name} />
          </Meta>
        ) : null}
        {issue.reporter ? (
          <Meta>
            {words.reportedBy} <PlainText text={issue.reporter.name} />
          </Meta>
        ) : null}
        {issue.votes ? <Meta>{words.votes(issue.votes)}</Meta> : null}
        {(issue.updated_on ?? issue.created_on) ? (
          <Meta>
            <RelativeTime time={issue.updated_on ?? issue.created_on} />
          </Meta>
        ) : null}
      </MetaLine>
    </>
  );
}

export const issueResult = defineResult(
  z.preprocess(unwrapKey("issue"), issueSchema),
  ({ value }) => (
    <Card label={useWords("results").cards.issue(value.id)}>
      <ul>
        <ListEntry aside={<IssueState state={value.state} />}>
          <IssueLines issue={value} />
        </ListEntry>
      </ul>
      {value.content ? (
        <div className="border-border border-t px-3 py-2">
          <ClampedText text={value.content} />
        </div>
      ) : null}
    </Card>
  ),
);

export const issueListResult = defineList(issueSchema, {
  noun: "issue",
  keyOf: (issue) => issue.id,
  timeOf: (issue) => issue.updated_on ?? issue.created_on,
  row: (issue) => (
    <ListEntry aside={<IssueState state={issue.state} />}>
      <IssueLines issue={issue} />
    </ListEntry>
  ),
});
