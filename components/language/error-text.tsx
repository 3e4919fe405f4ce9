"use client";

import { type ReactNode, Suspense } from "react";
import { type ErrorWords, needsErrorRoom, translateError } from "@/lib/language/error-text";
import { Otherwise } from "./otherwise";
import { useLanguage, useSpoken, useWords } from "./words";
import { WordsFor } from "./words-for";

type Told = (words: { message: string; hint?: string | undefined }) => ReactNode;

function Translated({ error, children }: { error: ErrorWords; children: Told }) {
  const { errors } = useSpoken().words;
  const common = useWords("common");
  return children(translateError(error, { common, ...(errors ? { errors } : {}) }));
}

/**
 * An error in its reader's language. What a page says itself is at hand. The server's own words are English; another language's words are fetched when they are needed, and
 * where that fails – it may be the network that is gone – the error is told as it was said.
 */
export function ErrorText({ error, children }: { error: ErrorWords; children: Told }) {
  const language = useLanguage();
  const common = useWords("common");
  if (!error.said) return children(error);
  const translated = <Translated error={error}>{children}</Translated>;
  if (!needsErrorRoom(error, { common })) return translated;
  if (language === "en") return children(error);
  return (
    <Otherwise show={children(error)}>
      <Suspense>
        <WordsFor room="errors">{translated}</WordsFor>
      </Suspense>
    </Otherwise>
  );
}
