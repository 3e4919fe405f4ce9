import { PlainText } from "@/components/results/parts/plain-text";
import type { MarkedText } from "@/lib/shared/search";

/** A stranger's text, as text, with what was looked for marked. */
export function Marked({ text, marks }: MarkedText) {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          <PlainText text={text.slice(ends[index], start)} />
          <mark className="rounded-sm bg-warning-soft font-medium text-foreground">
            <PlainText text={text.slice(start, end)} />
          </mark>
        </span>
      ))}
      <PlainText text={text.slice(ends.at(-1))} />
    </>
  );
}
