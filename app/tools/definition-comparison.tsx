import { PlainText } from "@/components/results/parts/plain-text";
import type { ToolDefinition } from "@/lib/server/router/tool-pins/definition";
import { type ComparedLine, compareLines } from "./compare-lines";

const looks: Record<ComparedLine["kind"], { mark: string; label: string; classes: string }> = {
  same: { mark: " ", label: "", classes: "text-muted-foreground" },
  before: { mark: "−", label: "Before: ", classes: "bg-danger-soft" },
  now: { mark: "+", label: "Now: ", classes: "bg-success-soft" },
};

function textOf({ description, inputSchema, annotations }: ToolDefinition): string {
  const described = { description: description.split("\n"), inputSchema, annotations };
  return JSON.stringify(described, null, 2);
}

/** What a tool said before and what it says now, as text: nothing of it is rendered, nothing in it can hide. */
export function DefinitionComparison({
  before,
  now,
}: {
  before: ToolDefinition;
  now: ToolDefinition;
}) {
  const lines = compareLines(textOf(before), textOf(now));
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <div className="max-h-96 overflow-auto rounded-lg border border-border bg-sunken py-1.5 font-mono text-xs leading-5">
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
