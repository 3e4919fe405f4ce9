import { useWords } from "@/components/language/words";
import { RelativeTime } from "@/components/results/parts/relative-time";
import type { ShareSummary } from "@/lib/shared/sharing/api";

function End({ share: { expiresAt, expired } }: { share: ShareSummary }) {
  const words = useWords("sharing").row;
  if (expiresAt === null) return words.noEnd;
  return (
    <>
      {expired ? words.ended : words.ends} <RelativeTime time={expiresAt} />
    </>
  );
}

/** Who may read a copy, from when it is, how often it was read, and until when. */
export function ShareFacts({ share }: { share: ShareSummary }) {
  const { audiences, row } = useWords("sharing");
  const { audience, copiedAt, views, expired } = share;
  return (
    <p
      className={`flex flex-wrap gap-x-1.5 text-xs ${expired ? "text-warning" : "text-muted-foreground"}`}
    >
      <span>{audiences[audience].told} ·</span>
      <span>
        {row.copiedAt} <RelativeTime time={copiedAt} /> ·
      </span>
      <span>{row.views(views)} ·</span>
      <span>
        <End share={share} />
      </span>
    </p>
  );
}
