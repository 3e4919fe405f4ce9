import { ArrowRight } from "lucide-react";
import { PlainText } from "@/components/results/parts/plain-text";
import { LineComparison } from "./line-comparison";

const inlineLength = 120;

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value === "") return "empty";
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

const isLong = (text: string) => text.length > inlineLength || text.includes("\n");

/** One value in the place of another: both in a line, or line by line where they are long. */
export function Replaced({ before, now }: { before: unknown; now: unknown }) {
  const [old, fresh] = [textOf(before), textOf(now)];
  if (isLong(old) || isLong(fresh)) return <LineComparison before={old} now={fresh} />;
  return (
    <span data-slot="replaced">
      <span className="sr-only">before: </span>
      <del className="text-muted-foreground">
        <PlainText text={old} />
      </del>
      <ArrowRight aria-hidden className="mx-1.5 inline size-3.5 align-[-2px]" />
      <span className="sr-only">, now: </span>
      <ins className="font-medium no-underline">
        <PlainText text={fresh} />
      </ins>
    </span>
  );
}
