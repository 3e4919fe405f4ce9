"use client";

import { memo, useMemo, useState } from "react";
import { useWords } from "@/components/language/words";
import { scrollable } from "@/components/ui/scrollable";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { CardFooter, FooterButton } from "./parts/card";
import { CopyButton } from "./parts/copy-button";
import { textBlocks } from "./parts/text-blocks";

/** Characters that are shown first, and that each press adds. */
const step = 256_000;

const Block = memo(function Block({ text }: { text: string }) {
  const shown = useMemo(() => revealHiddenCharacters(text.replace(/\n$/, "")), [text]);
  // The browser lays out what is near the window; the size stands in for the rest.
  return (
    <div className="min-h-lh [contain-intrinsic-size:auto_300rem] [content-visibility:auto]">
      {shown}
    </div>
  );
});

/** A text of any length, of which as much is in the page as somebody has asked for. */
export function LongText({ label, text }: { label: string; text: string }) {
  const [end, setEnd] = useState(step);
  const blocks = useMemo(() => textBlocks(text, end), [text, end]);
  const rest = Math.max(0, text.length - end);
  const words = useWords("results").text;
  return (
    <>
      <div
        {...scrollable(label)}
        className="wrap-anywhere max-h-96 overflow-auto whitespace-pre-wrap border-border border-t bg-sunken p-3 font-mono text-xs"
      >
        {blocks.map((block) => (
          <Block key={block.start} text={block.text} />
        ))}
      </div>
      <CardFooter>
        <span>
          {rest > 0 ? words.someCharacters(end, text.length) : words.allCharacters(text.length)}
        </span>
        <span className="flex items-center gap-1">
          {rest > 0 ? (
            <FooterButton onClick={() => setEnd(end + step)}>
              {words.showMore(Math.min(step, rest))}
            </FooterButton>
          ) : null}
          <CopyButton label={words.copyAll} text={() => text} />
        </span>
      </CardFooter>
    </>
  );
}
