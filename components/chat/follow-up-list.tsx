import { AskButton } from "@/components/activity/ask-button";
import { useWords } from "@/components/language/words";
import type { FollowUp } from "./follow-ups";

/** What a button asks, in words that have those on it: a voice says what is written. */
const spoken = ({ label, text }: FollowUp) =>
  text.toLowerCase().includes(label.toLowerCase()) ? text : `${label}: ${text}`;

/** What could be asked next, to press. */
export function FollowUpList({ followUps }: { followUps: readonly FollowUp[] }) {
  const { title } = useWords("chat").followUps;
  if (followUps.length === 0) return null;
  return (
    <ul aria-label={title} data-slot="follow-ups" className="flex flex-wrap gap-2">
      {followUps.map((followUp) => (
        <li key={followUp.text}>
          <AskButton text={followUp.text} label={spoken(followUp)}>
            {followUp.label}
          </AskButton>
        </li>
      ))}
    </ul>
  );
}
