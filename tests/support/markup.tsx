import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SpokenProvider } from "@/components/language/words";
import { dictionaries } from "@/lib/language/dictionaries";
import type { Language } from "@/lib/shared/language";

/** What the server would send of an element, in a language. */
export function markupOf(element: ReactNode, language: Language = "en"): string {
  return renderToStaticMarkup(
    <SpokenProvider language={language} words={dictionaries[language]}>
      {element}
    </SpokenProvider>,
  );
}
