import { MessageSquare, Sparkles, UserRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords } from "@/components/language/words";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { classes } from "@/components/ui/classes";
import type { SearchHit } from "@/lib/shared/search";
import { Marked } from "./marked-text";

const authors = {
  user: { Icon: UserRound, key: "youWrote" },
  assistant: { Icon: Sparkles, key: "branchlineWrote" },
} as const;

function Author({ hit }: { hit: SearchHit }) {
  const words = useWords("search");
  const { Icon, key } =
    hit.kind === "message" ? authors[hit.author] : ({ Icon: MessageSquare, key: "chat" } as const);
  return (
    <>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <span className="sr-only">{words[key]}: </span>
    </>
  );
}

/** One of the things found. `active` is where Enter would go. */
export function SearchOption({
  id,
  hit,
  active,
  onActive,
  onChoose,
}: {
  id: string;
  hit: SearchHit;
  active: boolean;
  onActive: () => void;
  onChoose: () => void;
}) {
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    // The text field has the focus and the keys, and says which option is active.
    <button
      ref={option}
      type="button"
      role="option"
      tabIndex={-1}
      id={id}
      data-slot="search-hit"
      aria-selected={active}
      onPointerMove={active ? undefined : onActive}
      onClick={onChoose}
      className={classes(
        "flex min-h-11 w-full cursor-pointer gap-2.5 rounded-lg px-3 py-2 text-left",
        active && "bg-hover forced-colors:outline-1",
      )}
    >
      <Author hit={hit} />
      <span className="min-w-0 grow">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 grow truncate text-sm font-medium">
            <Marked {...hit.title} />
          </span>
          <span className="shrink-0 text-2xs text-muted-foreground">
            <RelativeTime time={hit.at} />
          </span>
        </span>
        {hit.kind === "message" ? (
          <span className="mt-0.5 line-clamp-2 text-xs text-muted-foreground [overflow-wrap:anywhere]">
            <Marked {...hit.excerpt} />
          </span>
        ) : null}
      </span>
    </button>
  );
}
