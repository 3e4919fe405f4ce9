"use client";

import { Fragment, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { z } from "zod";
import { useAsking } from "@/components/activity/asking";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import { canBePaged } from "@/lib/shared/paged-tools";
import { Card } from "../parts/card";
import { useCopyMode } from "../parts/copy-mode";
import { textArgument } from "../schema/arguments";
import type { Paged } from "../schema/paged";
import { ListFooter, type Missing } from "./list-footer";
import { newestFirst } from "./newest-first";
import { usePages } from "./use-pages";

const shownAtFirst = 10;

/** What a list holds, by its name in the dictionary. */
type Noun = keyof Words["results"]["nouns"];

/** How a list of one kind of thing looks. */
export type ListLook<Entry> = {
  noun: Noun;
  /** Must tell the entries of one list apart. */
  keyOf: (entry: Entry) => string;
  /** By what the latest come first, where nobody asked for another order. */
  timeOf?: (entry: Entry) => string | undefined;
  /** A line above the entries: a sum, say. */
  heading?: (
    entries: readonly Entry[],
    about: { total: number | undefined; complete: boolean },
  ) => ReactNode;
  /** Entries that stand together at the end, as one. */
  rest?: {
    has: (entry: Entry) => boolean;
    row: (entries: readonly Entry[]) => ReactNode;
  };
  row: (entry: Entry, action: ActionView) => ReactNode;
};

type ListCardProps<Entry> = {
  list: Paged<Entry>;
  action: ActionView;
  /** Of further pages. */
  schema: z.ZodType<Paged<Entry>>;
  look: ListLook<Entry>;
};

function useOrdered<Entry>(
  list: Paged<Entry>,
  action: ActionView,
  timeOf: ((entry: Entry) => string | undefined) | undefined,
): Paged<Entry> {
  const asked = textArgument(action, "sort") !== undefined;
  return useMemo(
    () => (timeOf && !asked ? { ...list, entries: newestFirst(list.entries, timeOf) } : list),
    [list, asked, timeOf],
  );
}

/** The entries with keys that tell them apart, also where the provider's do not. */
function withKeys<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const key = keyOf(entry);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { entry, key: `${key} ${before}` };
  });
}

/** A list as a card: ten entries, the others on demand, and what is missing in words. Fetches its further pages itself. */
export function ListCard<Entry>({ list: first, action, schema, look }: ListCardProps<Entry>) {
  const { keyOf, heading, rest, row } = look;
  const noun = useWords("results").nouns[look.noun];
  const [all, setAll] = useState(false);
  const live = useAsking() !== undefined;
  const entryList = useRef<HTMLUListElement>(null);
  const pages = usePages(action, useOrdered(first, action, look.timeOf), schema, keyOf);
  const { list, grown, loading } = pages;

  const entries = rest ? list.entries.filter((entry) => !rest.has(entry)) : list.entries;
  const others = rest ? list.entries.filter(rest.has) : [];
  const copied = useCopyMode() !== undefined;
  const shown = all || grown || copied ? entries : entries.slice(0, shownAtFirst);

  const { loadMore } = pages;
  const [focusFrom, setFocusFrom] = useState<number>();
  const onLoad = useCallback(async () => {
    if ((await loadMore()) === "last") setFocusFrom(shown.length);
  }, [loadMore, shown.length]);
  // The button that had the focus is gone with the last page.
  useEffect(() => {
    if (focusFrom === undefined || shown.length <= focusFrom) return;
    setFocusFrom(undefined);
    const added = entryList.current?.children[focusFrom];
    if (!(added instanceof HTMLElement)) return;
    added.tabIndex = -1;
    added.focus({ preventScroll: true });
  }, [focusFrom, shown.length]);

  const missing = ((): Missing => {
    if (shown.length < entries.length) return { kind: "hidden", onShow: () => setAll(true) };
    if (!list.hasMore) return { kind: "nothing" };
    if (!live) return { kind: "elsewhere" };
    if (!list.hasNextPage || !canBePaged(action.tool)) return { kind: "out-of-reach" };
    const error = loading.status === "failed" ? loading.error : undefined;
    return { kind: "later", loading: loading.status === "loading", error, onLoad };
  })();

  const received = list.total ?? list.entries.length;
  return (
    <Card label={noun.counted(received)}>
      {heading && list.entries.length > 0 ? (
        <p className="border-border border-b px-3 py-2 font-medium">
          {heading(list.entries, { total: list.total, complete: !list.hasMore })}
        </p>
      ) : null}
      {list.entries.length === 0 ? (
        <p className="px-3 py-2.5 text-muted-foreground">{noun.none}</p>
      ) : (
        <ul ref={entryList} className="divide-y divide-border">
          {withKeys(shown, keyOf).map(({ entry, key }) => (
            <Fragment key={key}>{row(entry, action)}</Fragment>
          ))}
          {others.length > 0 ? rest?.row(others) : null}
        </ul>
      )}
      <ListFooter
        list={list}
        shown={shown.length + others.length}
        missing={missing}
        grown={grown}
      />
    </Card>
  );
}
