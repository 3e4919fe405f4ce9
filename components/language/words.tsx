"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Words, WordsRoom } from "@/lib/language/words";
import type { Language } from "@/lib/shared/language";

type Spoken = { language: Language; words: Partial<Words> };

const SpokenContext = createContext<Spoken | undefined>(undefined);

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("Text is shown outside of a SpokenProvider.");
  return spoken;
}

/** The language below, with the words that are at hand already. */
export function SpokenProvider({ language, words, children }: Spoken & { children: ReactNode }) {
  const value = useMemo(() => ({ language, words }), [language, words]);
  return <SpokenContext value={value}>{children}</SpokenContext>;
}

/** The language of the interface, also for numbers and dates. */
export function useLanguage(): Language {
  return useSpoken().language;
}

/** A room's text in the person's language. Somewhere above, {@link WordsFor} or a provider has fetched it. */
export function useWords<Room extends WordsRoom>(room: Room): Words[Room] {
  const words: Words[Room] | undefined = useSpoken().words[room];
  if (!words) throw new Error(`The words of “${room}” were not fetched.`);
  return words;
}
