"use client";

import { ArrowUpRight, Check, CircleAlert, CircleDashed, CloudOff } from "lucide-react";
import { Suspense, use } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { type ConnectionSummary, suggestionsFor } from "./suggestions";

function ConnectionLine({ summary }: { summary: ConnectionSummary }) {
  switch (summary.status) {
    case "connected":
      return (
        <>
          <Check aria-hidden className="size-4 text-success" />
          Bitbucket: connected
          {summary.account ? ` as ${revealHiddenCharacters(summary.account)}` : ""}
        </>
      );
    case "lost":
      return (
        <>
          <CircleAlert aria-hidden className="size-4 shrink-0 text-warning" />
          <span>
            Bitbucket signed this app out
            {summary.account ? ` of ${revealHiddenCharacters(summary.account)}` : ""} – you’ll be
            asked to sign in again when it is needed
          </span>
        </>
      );
    case "none":
      return (
        <>
          <CircleDashed aria-hidden className="size-4" />
          Bitbucket: not connected yet – you’ll be asked when it is needed
        </>
      );
    case "unreachable":
      return (
        <>
          <CloudOff aria-hidden className="size-4 text-warning" />
          Bitbucket: the connection service cannot be reached right now
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
  return (
    <>
      <p
        data-slot="connection-line"
        className="flex items-center gap-2 text-sm text-muted-foreground"
      >
        <ConnectionLine summary={summary} />
      </p>
      <ul aria-label="Suggestions" className="mt-6 grid gap-2 sm:grid-cols-2">
        {suggestionsFor(summary).map((suggestion) => (
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
      <span className="sr-only">Looking at your connections</span>
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
  return (
    <div
      data-slot="welcome"
      className="mx-auto flex w-full max-w-3xl grow flex-col justify-center overflow-y-auto px-4 py-8"
    >
      <h1 className="text-2xl font-semibold tracking-tight">
        What shall we get done in Bitbucket?
      </h1>
      <p className="mt-2 mb-3 max-w-xl text-muted-foreground">
        Branchline reads and changes repositories, branches, pull requests and issues for you. It
        asks before it changes anything.
      </p>
      <Suspense fallback={<StartSkeleton />}>
        <Start connection={connection} {...pick} />
      </Suspense>
    </div>
  );
}
