import { AskButton } from "@/components/activity/ask-button";
import type { FollowUp } from "./follow-ups";

/** What could be asked next, to press. */
export function FollowUpList({ followUps }: { followUps: readonly FollowUp[] }) {
  if (followUps.length === 0) return null;
  return (
    <ul aria-label="Next steps" data-slot="follow-ups" className="flex flex-wrap gap-2">
      {followUps.map(({ label, text }) => (
        <li key={text}>
          <AskButton text={text} label={`${label}: ${text}`}>
            {label}
          </AskButton>
        </li>
      ))}
    </ul>
  );
}
