"use client";

import { Fragment, type ReactNode, useState } from "react";
import type { Paged } from "../schema/paged";
import { Card, CardFooter, FooterButton } from "./card";

const shownAtFirst = 10;

type Noun = readonly [one: string, many: string];

type EntryListProps<Entry> = {
  list: Paged<Entry>;
  noun: Noun;
  /** Must tell the entries of one list apart. */
  keyOf: (entry: Entry) => string;
  /** A line above the entries: a sum, say. */
  heading?: ReactNode;
  children: (entry: Entry) => ReactNode;
};

function missingText<Entry>(list: Paged<Entry>, shown: number): string | undefined {
  const received = list.entries.length;
  if (shown < received) return `${shown} shown of ${list.total ?? received}`;
  if (!list.hasMore) return undefined;
  const part = list.total === undefined ? `The first ${shown}` : `${shown} shown of ${list.total}`;
  return `${part} – ask for the next page to see more`;
}

/** A list as a card: ten entries, the rest on demand, and what is missing in words. */
export function EntryList<Entry>({ list, noun, keyOf, heading, children }: EntryListProps<Entry>) {
  const [all, setAll] = useState(false);
  const entries = all ? list.entries : list.entries.slice(0, shownAtFirst);
  const missing = missingText(list, entries.length);
  const [one, many] = noun;
  const seen = new Map<string, number>();
  const uniqueKey = (entry: Entry) => {
    const key = keyOf(entry);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key} ${count}`;
  };
  return (
    <Card label={`${list.total ?? list.entries.length} ${list.entries.length === 1 ? one : many}`}>
      {heading && entries.length > 0 ? (
        <p className="border-border border-b px-3 py-2 font-medium">{heading}</p>
      ) : null}
      {entries.length === 0 ? (
        <p className="px-3 py-2.5 text-muted-foreground">No {many} here.</p>
      ) : (
        <ul className="divide-y divide-border">
          {entries.map((entry) => (
            <Fragment key={uniqueKey(entry)}>{children(entry)}</Fragment>
          ))}
        </ul>
      )}
      {missing || list.unreadable > 0 ? (
        <CardFooter>
          <span>
            {missing}
            {missing && list.unreadable > 0 ? " · " : null}
            {list.unreadable > 0 ? `${list.unreadable} could not be read` : null}
          </span>
          {entries.length < list.entries.length ? (
            <FooterButton onClick={() => setAll(true)}>Show all {list.entries.length}</FooterButton>
          ) : null}
        </CardFooter>
      ) : null}
    </Card>
  );
}

/** One entry. Chips stand at its right, and under it where that would leave too little room for the words. */
export function Entry({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 px-3 py-2">
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {aside ? (
        <div className="flex shrink-0 flex-wrap items-center gap-1.5 pt-0.5">{aside}</div>
      ) : null}
    </li>
  );
}
