import { LineComparison } from "@/components/activity/compare/line-comparison";
import { WordsFor } from "@/components/language/words-for";
import type { ToolDefinition } from "@/lib/server/router/tool-pins/definition";

function textOf({ description, inputSchema, annotations }: ToolDefinition): string {
  const described = { description: description.split("\n"), inputSchema, annotations };
  return JSON.stringify(described, null, 2);
}

/** What a tool said before and what it says now. */
export function DefinitionComparison({
  before,
  now,
}: {
  before: ToolDefinition;
  now: ToolDefinition;
}) {
  return (
    <WordsFor room="activity">
      <LineComparison before={textOf(before)} now={textOf(now)} />
    </WordsFor>
  );
}
