"use client";

import { lazy, Suspense, useState } from "react";
import { useWords } from "@/components/language/words";
import { useCopyMode } from "./copy-mode";
import { PlainText } from "./plain-text";

// With its parser it is by far the largest part of a card, and the chat has fetched it for the answer itself.
const Markdown = lazy(async () => ({
  default: (await import("@/components/chat/markdown")).Markdown,
}));

const longText = 400;
const manyLines = 6;

/** A description or comment somebody wrote in Markdown, cut to a few lines until somebody wants all of it. */
export function ClampedText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const copy = useCopyMode();
  const words = useWords("results").text;
  if (copy) {
    return (
      <div className="wrap-anywhere">
        <copy.Markdown text={text} />
      </div>
    );
  }
  const long = text.length > longText || text.split("\n").length > manyLines;
  const plain = (
    <p className="whitespace-pre-wrap">
      <PlainText text={text} />
    </p>
  );
  return (
    <div>
      <div className={`wrap-anywhere ${long && !open ? "clamped-text" : ""}`}>
        <Suspense fallback={plain}>
          <Markdown text={text} />
        </Suspense>
      </div>
      {long ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="touch-target mt-1 font-medium text-accent text-xs hover:underline"
        >
          {open ? words.showLess : words.showAll}
        </button>
      ) : null}
    </div>
  );
}
