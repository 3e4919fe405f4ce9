import type { ActionView } from "@/lib/shared/action";

/** How far a running action is, where it says so. */
export function ProgressBar({ action }: { action: ActionView }) {
  const { state } = action;
  if (state.status !== "running" || state.progress?.fraction === undefined) return null;
  const percent = Math.round(Math.min(Math.max(state.progress.fraction, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="mb-2 ml-6 h-1 overflow-hidden rounded-full bg-border"
    >
      <div className="h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  );
}
