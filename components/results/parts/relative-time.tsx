"use client";

import { formatRelativeTime, parseTime } from "./time";
import { useNow } from "./use-now";

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const universal = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const local = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/**
 * How long ago, with the date itself in the title. The server cannot know the reader's clock and zone: it sends the
 * date, and the browser takes over after hydration.
 */
export function RelativeTime({ time }: { time: string | undefined }) {
  const now = useNow();
  const milliseconds = parseTime(time);
  if (milliseconds === undefined) return null;
  const title =
    now === undefined ? `${universal.format(milliseconds)} UTC` : local.format(milliseconds);
  return (
    <time dateTime={new Date(milliseconds).toISOString()} title={title}>
      {now === undefined ? day.format(milliseconds) : formatRelativeTime(milliseconds, now)}
    </time>
  );
}
