"use client";

import { useEffect, useState } from "react";
import { useLanguage } from "@/components/language/words";
import { formatDuration, parseTime } from "@/components/results/parts/time";
import type { ActionView } from "@/lib/shared/action";

const tickLength = 1_000;
/** Whoever waits less than this does not want to be told. */
const shownFrom = 2_000;

function RunningTime({ since }: { since: number }) {
  const [elapsed, setElapsed] = useState(0);
  const language = useLanguage();
  useEffect(() => {
    const timer = setInterval(() => setElapsed(Date.now() - since), tickLength);
    return () => clearInterval(timer);
  }, [since]);
  return elapsed < shownFrom ? null : formatDuration(elapsed, language);
}

type ElapsedTimeProps = {
  action: ActionView;
  /** In a copy no clock runs. */
  still: boolean;
};

/** How long an action took, or has been running. */
export function ElapsedTime({ action, still }: ElapsedTimeProps) {
  const language = useLanguage();
  const started = parseTime(action.startedAt);
  if (started === undefined) return null;
  const finished = parseTime(action.finishedAt);
  if (finished !== undefined) return formatDuration(finished - started, language);
  const running = action.state.status === "running" && !still;
  return running ? <RunningTime since={started} /> : null;
}
