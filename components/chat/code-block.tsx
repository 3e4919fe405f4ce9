"use client";

import { useMemo } from "react";
import { useWords } from "@/components/language/words";
import { CodeRuns } from "@/components/results/code/code-runs";
import { languageNamed } from "@/components/results/code/language-of";
import { useCodeRuns, useHighlighter } from "@/components/results/code/use-code-runs";
import { splitLines, visibleLine } from "@/components/results/code/visible-line";
import { CopyButton } from "@/components/results/parts/copy-button";
import { scrollable } from "@/components/ui/scrollable";

type CodeBlockProps = {
  /** As the fence names it. */
  language: string | undefined;
  code: string;
  /** More of it is being written: it is coloured once, when it has ended. */
  open?: boolean;
};

/** The lines of a code in the colours of its language, where there are any for it. */
function Coloured({ language, code }: Pick<CodeBlockProps, "language" | "code">) {
  const { moreCharacters } = useWords("common");
  const lines = useMemo(
    () => splitLines(code).map((line) => visibleLine(line, moreCharacters)),
    [code, moreCharacters],
  );
  const runs = useCodeRuns(lines, useHighlighter(languageNamed(language)));
  return runs
    .map((line, number) => ({ line, number }))
    .map(({ line, number }) => (
      <span key={number}>
        {number > 0 ? "\n" : null}
        {line.length > 0 ? <CodeRuns runs={line} /> : null}
      </span>
    ));
}

/** A block of code with its language and a way to copy it. Long lines scroll. */
export function CodeBlock({ language, code, open = false }: CodeBlockProps) {
  const words = useWords("chat").messages;
  return (
    <figure
      data-slot="code-block"
      className="overflow-hidden rounded-lg border border-border bg-sunken text-sm"
    >
      <figcaption className="flex h-9 items-center justify-between border-border border-b pr-1 pl-3 font-mono text-xs text-muted-foreground">
        {language ?? "text"}
        <CopyButton label={words.copy} text={() => code} />
      </figcaption>
      <pre {...scrollable(words.code)} className="overflow-x-auto p-3 font-mono text-xs leading-5">
        <code>{open ? code : <Coloured language={language} code={code} />}</code>
      </pre>
    </figure>
  );
}
