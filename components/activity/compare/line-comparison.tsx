import { PlainText } from "@/components/results/parts/plain-text";
import { scrollable } from "@/components/ui/scrollable";
import { type ComparedLine, compareLines } from "./compare-lines";

const looks: Record<ComparedLine["kind"], { mark: string; label: string; classes: string }> = {
  same: { mark: " ", label: "", classes: "text-muted-foreground" },
  before: { mark: "−", label: "Before: ", classes: "bg-danger-soft" },
  now: { mark: "+", label: "Now: ", classes: "bg-success-soft" },
};

/** What a text was and what it is, line by line: nothing of it is rendered, nothing in it can hide. */
export function LineComparison({ before, now }: { before: string; now: string }) {
  const lines = compareLines(before, now);
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <div
      {...scrollable("What changes, line by line")}
      className="max-h-96 overflow-auto rounded-lg border border-border bg-sunken py-1.5 font-mono text-xs leading-5"
    >
      {numbered.map(({ kind, text, number }) => (
        <p key={number} className={`wrap-anywhere whitespace-pre-wrap px-3 ${looks[kind].classes}`}>
          <span className="sr-only">{looks[kind].label}</span>
          <span aria-hidden>{looks[kind].mark} </span>
          <PlainText text={text} />
        </p>
      ))}
    </div>
  );
}
