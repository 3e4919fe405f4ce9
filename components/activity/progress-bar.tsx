import { useWords } from "@/components/language/words";
import type { ActionView } from "@/lib/shared/action";

/** How far a running action is, where it says so. */
export function ProgressBar({ action }: { action: ActionView }) {
  const { state } = action;
  const { progress } = useWords("activity").rows;
  if (state.status !== "running" || state.progress?.fraction === undefined) return null;
  const percent = Math.round(Math.min(Math.max(state.progress.fraction, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="mb-2 ml-6 h-1 overflow-hidden rounded-full bg-border"
    >
      {/* A style attribute in the server's HTML is what the page's policy refuses. */}
      <svg aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none" className="size-full">
        <rect width={percent} height={1} className="fill-accent" />
      </svg>
    </div>
  );
}
