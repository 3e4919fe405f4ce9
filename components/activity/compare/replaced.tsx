import { ArrowRight } from "lucide-react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import type { Words } from "@/lib/language/words";
import { LineComparison } from "./line-comparison";

const inlineLength = 120;

function textOf(value: unknown, words: Words["activity"]["sent"]): string {
  if (value === undefined || value === null) return words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (value === "") return words.empty;
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

const isLong = (text: string) => text.length > inlineLength || text.includes("\n");

/** One value in the place of another: both in a line, or line by line where they are long. */
export function Replaced({ before, now }: { before: unknown; now: unknown }) {
  const words = useWords("activity").sent;
  const [old, fresh] = [textOf(before, words), textOf(now, words)];
  if (isLong(old) || isLong(fresh)) return <LineComparison before={old} now={fresh} />;
  return (
    <span data-slot="replaced">
      <span className="sr-only">{words.before}</span>
      <del className="text-muted-foreground">
        <PlainText text={old} />
      </del>
      <ArrowRight aria-hidden className="mx-1.5 inline size-3.5 align-[-2px]" />
      <span className="sr-only">{words.now}</span>
      <ins className="font-medium no-underline">
        <PlainText text={fresh} />
      </ins>
    </span>
  );
}
