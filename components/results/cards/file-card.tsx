import { FileText } from "lucide-react";
import { z } from "zod";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { Code } from "../parts/code";
import { CodeLines } from "../parts/code-lines";
import { CopyButton } from "../parts/copy-button";
import { formatBytes } from "../parts/format-bytes";
import { textArgument } from "../schema/arguments";
import { optional, optionalNumber, optionalText } from "../schema/fields";

/** An empty file is a text too. */
const fileText = optional(z.string());

const fileSchema = z.union([
  z.string().transform((text) => ({ text, path: undefined, commit: undefined, size: undefined })),
  z
    .object({
      data: fileText,
      content: fileText,
      path: optionalText,
      commit: optionalText,
      size: optionalNumber,
    })
    .transform(({ data, content, ...file }, context) => {
      const text = data ?? content;
      if (text === undefined) {
        context.addIssue({ code: "custom", message: "A file needs its text." });
        return z.NEVER;
      }
      return { ...file, text };
    }),
]);

const replacementCharacter = /\uFFFD/g;
const sampleLength = 8_000;

/** Whether bytes that are no text were read as one: a null, or many characters that could not be decoded. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  if (sample.includes("\0")) return true;
  const undecoded = sample.match(replacementCharacter)?.length ?? 0;
  return undecoded > 0 && undecoded / sample.length > 0.05;
}

/** A full hash is shown by its first seven digits, a branch or tag as it is. */
function shortReference(reference: string): string {
  return /^[0-9a-f]{40}$/.test(reference) ? reference.slice(0, 7) : reference;
}

function FileBody({ text }: { text: string }) {
  if (text === "") return <p className="px-3 py-2.5 text-muted-foreground">This file is empty.</p>;
  if (looksBinary(text)) {
    return (
      <p className="px-3 py-2.5 text-muted-foreground">A binary file: there is no text to show.</p>
    );
  }
  return <CodeLines text={text} numbers />;
}

export const fileResult = defineResult(fileSchema, ({ value, action }) => {
  const path = value.path ?? textArgument(action, "path");
  const reference = value.commit ?? textArgument(action, "commit");
  return (
    <Card label={path ? `File ${path}` : "File"}>
      <header className="flex items-center gap-2 border-border border-b min-h-10 bg-sunken py-1 pr-1.5 pl-3">
        <FileText aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <p className="min-w-0 flex-1 text-xs">
          <span className="font-medium">{path ? <Code text={path} /> : "File"}</span>
          {reference ? (
            <span className="text-muted-foreground">
              {" @ "}
              <Code text={shortReference(reference)} />
            </span>
          ) : null}
          {value.size !== undefined ? (
            <span className="text-muted-foreground"> · {formatBytes(value.size)}</span>
          ) : null}
        </p>
        {value.text === "" || looksBinary(value.text) ? null : (
          <CopyButton label="Copy" text={() => value.text} />
        )}
      </header>
      <FileBody text={value.text} />
    </Card>
  );
});
