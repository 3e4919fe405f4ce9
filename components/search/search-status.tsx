import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SearchState } from "@/lib/client/chat-search";
import type { Words } from "@/lib/language/words";

/** How a search stands, in words: read out when it changes, shown where there is nothing else to see. */
function wordsFor(state: SearchState, words: Words["search"]): { text: string; shown: boolean } {
  switch (state.status) {
    case "empty":
      return { text: words.start, shown: true };
    case "searching":
      return { text: words.searching, shown: state.hits.length === 0 };
    case "loading-more":
      return { text: words.loadingMore, shown: false };
    case "found": {
      const { length } = state.hits;
      if (length === 0) return { text: words.nothing, shown: true };
      return { text: words.hits(length, state.nextCursor === null), shown: false };
    }
    case "failed":
      return { text: "", shown: false };
  }
}

export function SearchStatus({
  state,
  online,
  onAgain,
}: {
  state: SearchState;
  online: boolean;
  onAgain: () => void;
}) {
  const words = useWords("search");
  const { tryAgain } = useWords("common");
  const { text, shown } = wordsFor(state, words);
  return (
    <>
      <p
        role="status"
        className={shown ? "px-3 py-6 text-center text-sm text-muted-foreground" : "sr-only"}
      >
        {text}
      </p>
      {state.status === "failed" ? (
        <div className="p-1">
          {online ? (
            <Notice error={state.error}>
              <Button size="small" onClick={onAgain}>
                {tryAgain}
              </Button>
            </Notice>
          ) : (
            <p role="status" className="px-3 py-6 text-center text-sm text-muted-foreground">
              {words.offline}
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}
