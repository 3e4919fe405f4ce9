import { RelativeTime } from "@/components/results/parts/relative-time";
import type { ShareSummary } from "@/lib/shared/sharing/api";
import type { ShareAudience } from "@/lib/shared/sharing/choices";

const audiences: Record<ShareAudience, string> = {
  me: "Only you",
  "signed-in": "Anyone signed in here",
  link: "Anyone with the link",
};

function End({ share: { expiresAt, expired } }: { share: ShareSummary }) {
  if (expiresAt === null) return "no end";
  return (
    <>
      {expired ? "ended " : "ends "}
      <RelativeTime time={expiresAt} />
    </>
  );
}

/** Who may read a copy, from when it is, how often it was read, and until when. */
export function ShareFacts({ share }: { share: ShareSummary }) {
  const { audience, copiedAt, views, expired } = share;
  return (
    <p
      className={`flex flex-wrap gap-x-1.5 text-xs ${expired ? "text-warning" : "text-muted-foreground"}`}
    >
      <span>{audiences[audience]} ·</span>
      <span>
        copy from <RelativeTime time={copiedAt} /> ·
      </span>
      <span>{views === 1 ? "1 view" : `${views.toLocaleString("en")} views`} ·</span>
      <span>
        <End share={share} />
      </span>
    </p>
  );
}
