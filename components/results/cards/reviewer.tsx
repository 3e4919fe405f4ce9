import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { useWords } from "@/components/language/words";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { Initials } from "../parts/initials";
import { Meta } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { type Participant, type Verdict, verdictSchema } from "./pull-request-schema";

const verdictLooks: Record<Verdict, { icon: LucideIcon; className: string }> = {
  approved: { icon: CircleCheck, className: "text-success" },
  changes_requested: { icon: CircleX, className: "text-danger" },
  none: { icon: CircleDashed, className: "text-muted-foreground" },
};

/** A reviewer and what they said. */
export function Reviewer({ participant }: { participant: Participant }) {
  const words = useWords("results").pullRequests.verdicts[participant.verdict];
  const { icon: Icon, className } = verdictLooks[participant.verdict];
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
  const words = useWords("results").pullRequests.verdicts;
  const verdicts = (["approved", "changes_requested"] as const).map((verdict) => ({
    verdict,
    count: participants.filter((participant) => participant.verdict === verdict).length,
  }));
  return verdicts.map(({ verdict, count }) => {
    const { icon: Icon, className } = verdictLooks[verdict];
    return count > 0 ? (
      <Meta key={verdict} title={`${count} ${words[verdict]}`}>
        <Icon aria-hidden className={`mr-0.5 inline size-3 align-[-0.15em] ${className}`} />
        {count}
        <span className="sr-only"> {words[verdict]}</span>
      </Meta>
    ) : null;
  });
}

export const participantResult = defineResult(verdictSchema, ({ value }) => (
  <Card label={useWords("results").pullRequests.review}>
    <ul className="px-3 py-2">
      <Reviewer participant={value} />
    </ul>
  </Card>
));
