import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SpokenProvider } from "@/components/language/words";
import { english } from "@/lib/language/english";
import { german } from "@/lib/language/german";
import type { Words } from "@/lib/language/words";
import type { Language } from "@/lib/shared/language";

const dictionaries: Record<Language, Words> = { en: english, de: german };

/** What the server would send of an element, in a language. */
export function markupOf(element: ReactNode, language: Language = "en"): string {
  return renderToStaticMarkup(
    <SpokenProvider language={language} words={dictionaries[language]}>
      {element}
    </SpokenProvider>,
  );
}
