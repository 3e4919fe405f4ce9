"use client";

import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { scrollable } from "@/components/ui/scrollable";
import { type ComparedLine, compareLines } from "./compare-lines";

const looks: Record<ComparedLine["kind"], { mark: string; classes: string }> = {
  same: { mark: " ", classes: "text-muted-foreground" },
  before: { mark: "−", classes: "bg-danger-soft" },
  now: { mark: "+", classes: "bg-success-soft" },
};

/** What a text was and what it is, line by line: nothing of it is rendered, nothing in it can hide. */
export function LineComparison({ before, now }: { before: string; now: string }) {
  const words = useWords("activity").sent;
  const labels = { same: "", before: words.lineBefore, now: words.lineNow };
  const lines = compareLines(before, now);
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <div
      {...scrollable(words.lineByLine)}
      className="max-h-96 overflow-auto rounded-lg border border-border bg-sunken py-1.5 font-mono text-xs leading-5"
    >
      {numbered.map(({ kind, text, number }) => (
        <p key={number} className={`wrap-anywhere whitespace-pre-wrap px-3 ${looks[kind].classes}`}>
          <span className="sr-only">{labels[kind]}</span>
          <span aria-hidden>{looks[kind].mark} </span>
          <PlainText text={text} />
        </p>
      ))}
    </div>
  );
}
