"use client";

import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { scrollable } from "@/components/ui/scrollable";

/** A block of code with its language and a way to copy it. Long lines scroll; nothing is coloured. */
export function CodeBlock({ language, code }: { language: string | undefined; code: string }) {
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
        <code>{code}</code>
      </pre>
    </figure>
  );
}
