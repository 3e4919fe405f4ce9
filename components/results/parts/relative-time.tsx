"use client";

import { useLanguage, useWords } from "@/components/language/words";
import { dateFormat, formatRelativeTime, parseTime } from "./time";
import { useNow } from "./use-now";

const day = dateFormat({ dateStyle: "medium", timeZone: "UTC" });
const universal = dateFormat({ dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const local = dateFormat({ dateStyle: "medium", timeStyle: "short" });

/**
 * How long ago, with the date itself in the title. The server cannot know the reader's clock and zone: it sends the
 * date, and the browser takes over after hydration.
 */
export function RelativeTime({ time }: { time: string | undefined }) {
  const now = useNow();
  const language = useLanguage();
  const { justNow } = useWords("common");
  const milliseconds = parseTime(time);
  if (milliseconds === undefined) return null;
  const title =
    now === undefined
      ? `${universal(language).format(milliseconds)} UTC`
      : local(language).format(milliseconds);
  return (
    <time dateTime={new Date(milliseconds).toISOString()} title={title}>
      {now === undefined
        ? day(language).format(milliseconds)
        : formatRelativeTime(milliseconds, now, language, justNow)}
    </time>
  );
}
