import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { Initials } from "../parts/initials";
import { Meta } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { type Participant, type Verdict, verdictSchema } from "./pull-request-schema";

const verdictLooks: Record<Verdict, { icon: LucideIcon; className: string; words: string }> = {
  approved: { icon: CircleCheck, className: "text-success", words: "approved" },
  changes_requested: { icon: CircleX, className: "text-danger", words: "requested changes" },
  none: { icon: CircleDashed, className: "text-muted-foreground", words: "has not answered" },
};

/** A reviewer and what they said. */
export function Reviewer({ participant }: { participant: Participant }) {
  const { icon: Icon, className, words } = verdictLooks[participant.verdict];
  return (
    <li className="inline-flex items-center gap-2 text-xs">
      <span className="relative">
        <Initials name={participant.user.name} size="small" />
        <Icon
          aria-hidden
          className={`absolute -right-1.5 -bottom-1 size-3 rounded-full bg-surface ${className}`}
        />
      </span>
      <span>
        <PlainText text={participant.user.name} />{" "}
        <span className="text-muted-foreground">{words}</span>
      </span>
    </li>
  );
}

/** How many said what, for a line: "1 approved". Who has not answered is not counted. */
export function VerdictCounts({ participants }: { participants: readonly Participant[] }) {
  const verdicts = (["approved", "changes_requested"] as const).map((verdict) => ({
    verdict,
    count: participants.filter((participant) => participant.verdict === verdict).length,
  }));
  return verdicts.map(({ verdict, count }) => {
    const { icon: Icon, className, words } = verdictLooks[verdict];
    return count > 0 ? (
      <Meta key={verdict} title={`${count} ${words}`}>
        <Icon aria-hidden className={`mr-0.5 inline size-3 align-[-0.15em] ${className}`} />
        {count}
        <span className="sr-only"> {words}</span>
      </Meta>
    ) : null;
  });
}

export const participantResult = defineResult(verdictSchema, ({ value }) => (
  <Card label="Review">
    <ul className="px-3 py-2">
      <Reviewer participant={value} />
    </ul>
  </Card>
));
