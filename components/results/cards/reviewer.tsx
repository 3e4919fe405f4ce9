import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
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
    <li className="inline-flex items-center gap-1.5 text-xs">
      <Icon aria-hidden className={`size-3.5 shrink-0 ${className}`} />
      <span>
        <PlainText text={participant.user.name} />{" "}
        <span className="text-muted-foreground">{words}</span>
      </span>
    </li>
  );
}

export const participantResult = defineResult(verdictSchema, ({ value }) => (
  <Card label="Review">
    <ul className="px-3 py-2">
      <Reviewer participant={value} />
    </ul>
  </Card>
));
