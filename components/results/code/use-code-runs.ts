"use client";

import { startTransition, useEffect, useMemo, useState } from "react";
import { useCopyMode } from "../parts/copy-mode";
import { type CodeRun, markHidden } from "./code-run";
import type { Language } from "./grammars";
import type { Highlighter } from "./highlight";
import type { VisibleLine } from "./visible-line";

/** Characters that are coloured at once, at most: more would hold up the page. */
const colouredLength = 200_000;

type Loaded = { language: Language; highlight: Highlighter };

function plainRuns({ text, hidden }: VisibleLine): CodeRun[] {
  return markHidden(text === "" ? [] : [{ text }], hidden);
}

function colouredRuns(lines: readonly VisibleLine[], highlight: Highlighter): CodeRun[][] {
  const coloured = highlight(lines.map((line) => line.text).join("\n"));
  return lines.map((line, index) => markHidden(coloured[index] ?? [], line.hidden));
}

/**
 * The highlighter of a language once it has been fetched; plain text is what one sees until then, where it cannot be fetched,
 * and on the server. In a copy it is there from the start.
 */
export function useHighlighter(language: Language | undefined): Highlighter | undefined {
  const copy = useCopyMode();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    if (!language || copy) return;
    let wanted = true;
    import("./highlight")
      .then(({ loadHighlighter }) => loadHighlighter(language))
      // It comes for all codes of a page at once: colouring them gives way to keys.
      .then((highlight) => wanted && startTransition(() => setLoaded({ language, highlight })))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [language, copy]);
  if (copy) return language && copy.highlighterOf(language);
  return loaded?.language === language ? loaded?.highlight : undefined;
}

/** The runs of neighbouring lines, coloured when there is a highlighter for them. */
export function useCodeRuns(
  lines: readonly VisibleLine[],
  highlight: Highlighter | undefined,
): CodeRun[][] {
  return useMemo(() => {
    const length = lines.reduce((sum, line) => sum + line.text.length, 0);
    return highlight && length <= colouredLength
      ? colouredRuns(lines, highlight)
      : lines.map(plainRuns);
  }, [lines, highlight]);
}
