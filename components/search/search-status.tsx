import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SearchState } from "@/lib/client/chat-search";

/** How a search stands, in words: read out when it changes, shown where there is nothing else to see. */
function wordsFor(state: SearchState): { text: string; shown: boolean } {
  switch (state.status) {
    case "empty":
      return {
        text: "Type the beginnings of words from a title or a message, such as feature/login.",
        shown: true,
      };
    case "searching":
      return { text: "Searching…", shown: state.hits.length === 0 };
    case "loading-more":
      return { text: "Loading more…", shown: false };
    case "found": {
      const { length } = state.hits;
      if (length === 0)
        return { text: "Nothing was found. Try fewer or shorter words.", shown: true };
      const more = state.nextCursor === null ? "" : " so far";
      return { text: `${length} found${more}. Use the arrow keys.`, shown: false };
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
  const { text, shown } = wordsFor(state);
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
                Try again
              </Button>
            </Notice>
          ) : (
            <p role="status" className="px-3 py-6 text-center text-sm text-muted-foreground">
              You are offline. The search goes on by itself when you are back.
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}
