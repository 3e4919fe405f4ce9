"use client";

import { useId, useState } from "react";
import { useWords } from "@/components/language/words";
import { classes } from "@/components/ui/classes";
import type { ContextFill } from "@/lib/shared/usage";
import { useChatUsage } from "./use-chat-usage";

/** From this many percent on it is worth a look. */
const nearlyFull = 80;

/** How full is what the model can read of a chat: a ring; pressed, what that means, and what the chat has used in all. */
export function ContextGauge({
  fill: { used, limit },
  chatId,
}: {
  fill: ContextFill;
  chatId: string;
}) {
  const [explained, setExplained] = useState(false);
  const total = useChatUsage(chatId, explained);
  const explanationId = useId();
  const percent = Math.min(100, Math.round((used / limit) * 100));
  const words = useWords("chat").thread;
  return (
    <div className="relative flex shrink-0">
      <button
        type="button"
        aria-expanded={explained}
        aria-controls={explained ? explanationId : undefined}
        aria-label={words.memoryFull(percent)}
        title={words.ofWhatCanBeRead(percent)}
        onClick={() => setExplained(!explained)}
        onBlur={() => setExplained(false)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !explained) return;
          event.preventDefault();
          setExplained(false);
        }}
        className="touch-target rounded-full p-1 hover:bg-hover"
      >
        <svg viewBox="0 0 20 20" aria-hidden className="-rotate-90 size-4 fill-none stroke-3">
          <circle cx="10" cy="10" r="8" className="stroke-border" />
          {percent > 0 ? (
            <circle
              cx="10"
              cy="10"
              r="8"
              pathLength="100"
              strokeDasharray={`${percent} 100`}
              className={percent >= nearlyFull ? "stroke-warning" : "stroke-muted-foreground"}
            />
          ) : null}
        </svg>
      </button>
      <p
        id={explanationId}
        role="status"
        className={classes(
          "absolute right-0 bottom-full mb-2 w-64 rounded-lg border border-border bg-surface px-3 py-2 text-left text-xs shadow-overlay",
          !explained && "hidden",
        )}
      >
        {explained ? `${words.memory(used, limit)}${total}` : null}
      </p>
    </div>
  );
}
