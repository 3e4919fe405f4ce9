"use client";

import { useId, useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";
import { isLanguage, languageNames, languages } from "@/lib/shared/language";

/** What language this browser shows Branchline in. */
export function LanguageChoice() {
  const words = useWords("common");
  const language = useLanguage();
  const [error, setError] = useState<ErrorView>();
  const id = useId();
  const hydrated = useHydrated();
  const choose = async (chosen: string) => {
    if (!isLanguage(chosen)) return;
    setError(undefined);
    try {
      await request("/api/preferences", jsonRequest("PUT", { language: chosen }));
      // Every word on the page changes, also those that the server wrote.
      window.location.reload();
    } catch (failure) {
      setError(errorView(failure));
    }
  };
  return (
    <div className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label htmlFor={id} className="text-sm">
          {words.language}
        </label>
        <select
          id={id}
          value={language}
          disabled={!hydrated}
          onChange={(event) => choose(event.target.value)}
          className="h-9 rounded-lg border border-input bg-surface px-3 text-sm disabled:opacity-55 pointer-coarse:h-11"
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </div>
      {error ? <Notice error={error} /> : null}
    </div>
  );
}
