"use client";

import { type ComponentType, createContext, useContext, useEffect, useState } from "react";
import { useCopyMode } from "@/components/results/parts/copy-mode";
import { CodeBlock } from "../code-block";

type Drawn = ComponentType<{ code: string }>;

/** Languages of code that are shown as what they stand for, each by code that is fetched with the first of its kind. */
const kinds = new Map<string, () => Promise<{ Drawn: Drawn }>>([
  ["math", () => import("../math/formula")],
  ["mermaid", () => import("../diagram/diagram")],
]);

/** What draws a language, once it has been fetched. Nothing is fetched for a copy, which has no script. */
function useDrawn(language: string | undefined): Drawn | undefined {
  const [drawn, setDrawn] = useState<{ language: string; Drawn: Drawn }>();
  const copy = useCopyMode() !== undefined;
  useEffect(() => {
    const load = language === undefined || copy ? undefined : kinds.get(language);
    if (!load || language === undefined) return;
    let wanted = true;
    load()
      .then((module) => wanted && setDrawn({ language, Drawn: module.Drawn }))
      // Its source stays on the screen.
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [language, copy]);
  return drawn?.language === language ? drawn?.Drawn : undefined;
}

/** Whether the text around ends in the middle of a block: half of a drawing is none. */
const OpenEndContext = createContext(false);
export const OpenEnd = OpenEndContext.Provider;

/** A block of code, or what it draws once its end has come. */
export function RichCode({ language, code }: { language: string | undefined; code: string }) {
  const open = useContext(OpenEndContext);
  const Drawn = useDrawn(open ? undefined : language);
  return Drawn ? <Drawn code={code} /> : <CodeBlock language={language} code={code} open={open} />;
}
