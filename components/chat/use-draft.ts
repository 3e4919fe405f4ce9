"use client";

import { useCallback, useEffect, useState } from "react";
import { readDraft, writeDraft } from "@/lib/client/drafts";

/** The text in the composer, kept in this browser until it is sent. */
export function useDraft(key: string): [draft: string, setDraft: (text: string) => void] {
  const [draft, setDraft] = useState("");
  // The server cannot know it, so it comes after hydration; what was typed meanwhile wins.
  useEffect(() => setDraft((typed) => typed || readDraft(key)), [key]);
  const change = useCallback(
    (text: string) => {
      setDraft(text);
      writeDraft(key, text);
    },
    [key],
  );
  return [draft, change];
}
