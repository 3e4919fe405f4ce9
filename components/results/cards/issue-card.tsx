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

const stateLooks: Record<string, { icon: LucideIcon; tone: Tone; word: string }> = {
  new: { icon: Sparkle, tone: "accent", word: "New" },
  open: { icon: CircleDot, tone: "success", word: "Open" },
  resolved: { icon: CircleCheck, tone: "accent", word: "Resolved" },
  "on hold": { icon: CirclePause, tone: "warning", word: "On hold" },
  invalid: { icon: CircleX, tone: "neutral", word: "Invalid" },
  duplicate: { icon: CircleX, tone: "neutral", word: "Duplicate" },
  wontfix: { icon: CircleSlash, tone: "neutral", word: "Won't fix" },
  closed: { icon: CircleCheck, tone: "neutral", word: "Closed" },
};

function IssueState({ state }: { state: string | undefined }) {
  if (!state) return null;
  const look = stateLooks[state.toLowerCase()];
  return (
    <Chip icon={look?.icon ?? CircleQuestionMark} tone={look?.tone ?? "neutral"}>
      {look?.word ?? <PlainText text={state} />}
    </Chip>
  );
}

function IssueLines({ issue }: { issue: Issue }) {
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
          <Meta title="Priority">
            <PlainText text={humanizeKey(issue.priority)} />
          </Meta>
        ) : null}
        {issue.assignee ? (
          <Meta>
            assigned to <PlainText text={issue.assignee.name} />
          </Meta>
        ) : null}
        {issue.reporter ? (
          <Meta>
            by <PlainText text={issue.reporter.name} />
          </Meta>
        ) : null}
        {issue.votes ? <Meta>{issue.votes === 1 ? "1 vote" : `${issue.votes} votes`}</Meta> : null}
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
    <Card label={`Issue #${value.id}`}>
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
  noun: ["issue", "issues"],
  keyOf: (issue) => issue.id,
  timeOf: (issue) => issue.updated_on ?? issue.created_on,
  row: (issue) => (
    <ListEntry aside={<IssueState state={issue.state} />}>
      <IssueLines issue={issue} />
    </ListEntry>
  ),
});
