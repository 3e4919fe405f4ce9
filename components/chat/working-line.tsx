"use client";

import { useSyncExternalStore } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useLanguage, useWords } from "@/components/language/words";
import { formatDuration, parseTime } from "@/components/results/parts/time";
import { BrandMark } from "@/components/ui/brand-mark";
import type { Words } from "@/lib/language/words";
import type { Language } from "@/lib/shared/language";
import type { ChatMessage } from "@/lib/shared/message";
import { pendingRetry } from "./message-segments";

const second = 1_000;
/** A pause that ended longer ago than this is none any more, whatever the log says. */
const longestDelay = 15 * second;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, second);
  return () => clearInterval(timer);
}

// Whole seconds, because a store's snapshot must not change between two reads of one render.
const readNow = () => Math.ceil(Date.now() / second) * second;
const readNothing = () => undefined;

/** When the model is asked again: "Trying again in 4 s", or undefined when that time is long past. */
export function retryWords(
  until: string,
  now: number | undefined,
  words: Words["chat"]["messages"]["retry"],
  language: Language,
): string | undefined {
  const time = parseTime(until);
  if (time === undefined) return undefined;
  if (now === undefined) return words.soon;
  const remaining = Math.ceil((time - now) / second) * second;
  if (remaining <= -longestDelay) return undefined;
  return remaining > 0 ? words.in(formatWait(remaining, language)) : words.now;
}

function formatWait(milliseconds: number, language: Language): string {
  const seconds = milliseconds / second;
  return seconds < 60 ? `${seconds} s` : formatDuration(milliseconds, language);
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** What the agent is doing, at the end of the thread: it works, or it waits before it asks the model again. */
export function WorkingLine({ message }: { message: ChatMessage | undefined }) {
  const retry = message?.role === "assistant" ? pendingRetry(message.parts) : undefined;
  const now = useSyncExternalStore(
    retry ? subscribe : subscribeToNothing,
    retry ? readNow : readNothing,
    readNothing,
  );
  const { retry: retryAgain, working } = useWords("chat").messages;
  const language = useLanguage();
  const words = retry && retryWords(retry.until, now, retryAgain, language);
  const reason = retry && words && (
    <ErrorText error={retry.error}>{({ message: told }) => asSentence(told)}</ErrorText>
  );
  return (
    <div data-slot="working-line" className="flex items-start gap-2 text-sm text-muted-foreground">
      <span className="flex h-lh items-center">
        <BrandMark className="pulse-soft size-4 shrink-0" />
      </span>
      {/* Without the seconds: they would be read out one by one. */}
      <p role="status" className="sr-only">
        {reason ? (
          <>
            {reason} {retryAgain.soon}.
          </>
        ) : null}
      </p>
      {words ? (
        <p aria-hidden className="min-w-0">
          {reason} <span className="whitespace-nowrap tabular-nums">{words}</span>
        </p>
      ) : (
        <p>{working}</p>
      )}
    </div>
  );
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
