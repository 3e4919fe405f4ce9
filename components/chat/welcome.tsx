"use client";

import { ArrowUpRight, Check, CircleAlert, CircleDashed, CloudOff } from "lucide-react";
import { Suspense, use } from "react";
import { useWords } from "@/components/language/words";
import { Skeleton } from "@/components/ui/skeleton";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { type ConnectionSummary, suggestionsFor } from "./suggestions";

const nameOf = ({ account }: { account?: string }) => account && revealHiddenCharacters(account);

function ConnectionLine({ summary }: { summary: ConnectionSummary }) {
  const words = useWords("chat").welcome;
  switch (summary.status) {
    case "connected":
      return (
        <>
          <Check aria-hidden className="size-4 text-success" />
          {words.connected(nameOf(summary))}
        </>
      );
    case "lost":
      return (
        <>
          <CircleAlert aria-hidden className="size-4 shrink-0 text-warning" />
          <span>{words.lost(nameOf(summary))}</span>
        </>
      );
    case "none":
      return (
        <>
          <CircleDashed aria-hidden className="size-4" />
          {words.notConnected}
        </>
      );
    case "unreachable":
      return (
        <>
          <CloudOff aria-hidden className="size-4 text-warning" />
          {words.unreachable}
        </>
      );
  }
}

type Pick = { onPick: (suggestion: string) => void; disabled: boolean };

function Start({
  connection,
  onPick,
  disabled,
}: Pick & { connection: Promise<ConnectionSummary> }) {
  const summary = use(connection);
  const words = useWords("chat").welcome;
  return (
    <>
      <p
        data-slot="connection-line"
        className="flex items-center gap-2 text-sm text-muted-foreground"
      >
        <ConnectionLine summary={summary} />
      </p>
      <ul aria-label={words.suggestions} className="mt-6 grid gap-2 sm:grid-cols-2">
        {suggestionsFor(summary, words).map((suggestion) => (
          <li key={suggestion}>
            <button
              type="button"
              disabled={disabled}
              onClick={() => onPick(suggestion)}
              className="group flex h-full min-h-11 w-full items-center justify-between gap-2 rounded-xl border border-border bg-surface px-3.5 py-2 text-left text-sm transition-colors duration-100 enabled:hover:border-accent enabled:hover:bg-accent-soft disabled:opacity-55"
            >
              {suggestion}
              <ArrowUpRight
                aria-hidden
                className="size-3.5 shrink-0 text-muted-foreground group-hover:text-accent"
              />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function StartSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">{useWords("chat").welcome.looking}</span>
      <Skeleton className="h-5 w-64" />
      <div className="mt-6 grid gap-2 sm:grid-cols-2">
        <Skeleton className="h-11 rounded-xl" />
        <Skeleton className="h-11 rounded-xl" />
        <Skeleton className="h-11 rounded-xl" />
        <Skeleton className="h-11 rounded-xl" />
      </div>
    </div>
  );
}

/** The empty chat: what this can do, how things stand with Bitbucket, and four ways to begin. */
export function Welcome({
  connection,
  ...pick
}: Pick & { connection: Promise<ConnectionSummary> }) {
  const words = useWords("chat").welcome;
  return (
    <div
      data-slot="welcome"
      className="mx-auto flex w-full max-w-3xl grow flex-col justify-center overflow-y-auto px-4 py-8"
    >
      <h1 className="text-2xl font-semibold tracking-tight">{words.title}</h1>
      <p className="mt-2 mb-3 max-w-xl text-muted-foreground">{words.promise}</p>
      <Suspense fallback={<StartSkeleton />}>
        <Start connection={connection} {...pick} />
      </Suspense>
    </div>
  );
}
