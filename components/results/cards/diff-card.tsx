import { z } from "zod";
import { defineResult } from "../define-result";
import { Card, CardFooter } from "../parts/card";
import { CodeLines } from "../parts/code-lines";
import { optionalFlag, optionalText } from "../schema/fields";

const diffSchema = z.union([
  z.string().transform((text) => ({ text, truncated: false })),
  z
    .object({ diff: optionalText, data: optionalText, truncated: optionalFlag })
    .transform((result, context) => {
      const text = result.diff ?? result.data;
      if (text === undefined) {
        context.addIssue({ code: "custom", message: "A diff needs its text." });
        return z.NEVER;
      }
      return { text, truncated: result.truncated ?? false };
    }),
]);

/** How a line of a unified diff looks; the plus and the minus stay, so that colour says nothing alone. */
function lineClass(line: string): string {
  if (line.startsWith("diff --git")) return "bg-sunken font-semibold";
  if (line.startsWith("+++") || line.startsWith("---")) return "text-muted-foreground";
  if (line.startsWith("@@")) return "bg-accent-soft text-accent";
  if (line.startsWith("+")) return "bg-success-soft";
  return line.startsWith("-") ? "bg-danger-soft" : "";
}

export const diffResult = defineResult(diffSchema, ({ value }) => (
  <Card label="Diff">
    {value.text.trim() === "" ? (
      <p className="px-3 py-2.5 text-muted-foreground">No differences.</p>
    ) : (
      <CodeLines text={value.text} numbers={false} lineClass={lineClass} />
    )}
    {value.truncated ? (
      <CardFooter>Bitbucket cut this diff: the rest is missing.</CardFooter>
    ) : null}
  </Card>
));
