"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { hitsOf } from "@/lib/client/chat-search";
import { useOnline } from "@/lib/client/use-online";
import { type SearchHit, searchLengthLimit } from "@/lib/shared/search";
import { SearchOption } from "./search-option";
import { SearchStatus } from "./search-status";
import { useChatSearch } from "./use-chat-search";
import { useOpenHit } from "./use-open-hit";

const keyOf = (hit: SearchHit) => (hit.kind === "message" ? hit.messageId : hit.chatId);

/** A field, and what it finds as one types. The arrow keys go through what was found, Enter opens it. */
export function SearchPanel({
  input,
  early,
  onLeave,
  onClose,
}: {
  input: RefObject<HTMLInputElement | null>;
  /** What was typed before this was there. */
  early: RefObject<string>;
  /** Goes to the path of what was found. */
  onLeave: (path: string) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(() => early.current);
  // Before any key can be pressed: the field that was typed in has just gone.
  useLayoutEffect(() => input.current?.focus(), [input]);
  const words = useWords("search");
  const [active, setActive] = useState(0);
  const { search, state } = useChatSearch(typed);
  const { opening, open } = useOpenHit(onLeave);
  const online = useOnline();
  const hits = hitsOf(state);
  const place = Math.min(active, hits.length - 1);
  const current = hits[place];
  const optionId = (hit: SearchHit) => `${id}-${keyOf(hit)}`;
  const busy = state.status === "searching" || opening.status === "opening";
  const more = state.status === "loading-more" || (state.status === "found" && state.nextCursor);

  const move = (step: number) => {
    setActive(Math.max(0, Math.min(place + step, hits.length - 1)));
    if (place + step >= hits.length - 1) void search.more();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step = steps[event.key];
    // What is on the list while something else is looked for is not what Enter means.
    const opens = event.key === "Enter" && current && state.status !== "searching";
    if (step === undefined && !opens) return;
    event.preventDefault();
    if (step !== undefined) move(step);
    else if (current && opening.status !== "opening") void open(current);
  };

  return (
    <>
      <div className="flex shrink-0 items-center gap-2.5 border-border border-b px-4">
        {busy ? (
          <Spinner className="size-4 text-muted-foreground" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        )}
        <input
          ref={input}
          role="combobox"
          aria-label={words.title}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(current) : undefined}
          placeholder={words.field}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={searchLengthLimit}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={handleKeyDown}
          className="h-13 min-w-0 grow bg-transparent text-base outline-none placeholder:text-muted-foreground"
        />
        <Button variant="quiet" size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain p-2">
        {opening.status === "failed" ? <Notice error={opening.error} /> : null}
        <SearchStatus state={state} online={online} onAgain={() => void search.again()} />
        <div
          role="listbox"
          id={`${id}-hits`}
          aria-label={words.found}
          aria-busy={busy}
          className={state.status === "searching" ? "opacity-60" : undefined}
        >
          {hits.map((hit, index) => (
            <SearchOption
              key={keyOf(hit)}
              id={optionId(hit)}
              hit={hit}
              active={index === place}
              onActive={() => setActive(index)}
              onChoose={() => void open(hit)}
            />
          ))}
        </div>
        {more ? (
          <div className="px-2 pt-1 pb-2">
            <Button
              variant="quiet"
              size="small"
              aria-disabled={state.status === "loading-more"}
              onClick={() => void search.more()}
            >
              {state.status === "loading-more" ? <Spinner /> : null}
              {words.more}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
