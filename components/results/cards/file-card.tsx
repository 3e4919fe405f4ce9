"use client";

import { FileText } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { z } from "zod";
import { useLanguage, useWords } from "@/components/language/words";
import type { ActionView } from "@/lib/shared/action";
import { CodeLines } from "../code/code-lines";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { Code } from "../parts/code";
import { CopyButton } from "../parts/copy-button";
import { OpenLink } from "../parts/external-link";
import { formatBytes } from "../parts/format-bytes";
import { useServiceModes } from "../parts/service-modes";
import { repositoryAddress } from "../receipt-address";
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

const largeFilePointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/;

type Body =
  | { kind: "empty" | "binary" }
  | { kind: "text"; text: string }
  /** The repository holds a pointer; the file itself is kept elsewhere. */
  | { kind: "large-file"; size: number | undefined };

export function readBody(text: string): Body {
  if (text === "") return { kind: "empty" };
  if (largeFilePointer.test(text)) {
    const [, size] = /^size (\d+)$/m.exec(text) ?? [];
    return { kind: "large-file", size: size === undefined ? undefined : Number(size) };
  }
  return looksBinary(text) ? { kind: "binary" } : { kind: "text", text };
}

function FileBody({ body, path }: { body: Body; path: string | undefined }) {
  const words = useWords("results").code;
  const language = useLanguage();
  switch (body.kind) {
    case "empty":
      return <FileNotice>{words.emptyFile}</FileNotice>;
    case "binary":
      return <FileNotice>{words.binaryFile}</FileNotice>;
    case "large-file": {
      const size = body.size === undefined ? undefined : formatBytes(body.size, language);
      return <FileNotice>{words.largeFile(size)}</FileNotice>;
    }
    case "text":
      return <CodeLines text={body.text} path={path} />;
  }
}

function FileNotice({ children }: { children: ReactNode }) {
  return <p className="px-3 py-2.5 text-muted-foreground">{children}</p>;
}

/** The file's page; only where Bitbucket is real is there one. */
function useFileAddress(action: ActionView, path: string | undefined, reference?: string) {
  const modes = useServiceModes();
  const repository = repositoryAddress(action);
  if (modes?.router !== "hosted" || !repository || !path || !reference) return undefined;
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  return `${repository}/src/${encodeURIComponent(reference)}/${escaped}`;
}

export const fileResult = defineResult(fileSchema, ({ value, action }) => {
  const { code, text } = useWords("results");
  const language = useLanguage();
  const path = value.path ?? textArgument(action, "path");
  const reference = value.commit ?? textArgument(action, "commit");
  const address = useFileAddress(action, path, reference);
  const body = useMemo(() => readBody(value.text), [value.text]);
  return (
    <Card label={path ? code.fileAt(path) : code.file}>
      <header className="flex min-h-10 items-center gap-2 border-border border-b bg-sunken py-1 pr-1.5 pl-3">
        <FileText aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <p className="min-w-0 flex-1 text-xs">
          <span className="font-medium">{path ? <Code text={path} /> : code.file}</span>
          {reference ? (
            <span className="text-muted-foreground">
              {" @ "}
              <Code text={shortReference(reference)} />
            </span>
          ) : null}
          {value.size !== undefined ? (
            <span className="whitespace-nowrap text-muted-foreground">
              {" · "}
              {formatBytes(value.size, language)}
            </span>
          ) : null}
        </p>
        <span className="flex shrink-0 items-center gap-1 text-xs">
          <OpenLink href={address} label={code.open} />
          {body.kind === "text" ? <CopyButton label={text.copy} text={() => value.text} /> : null}
        </span>
      </header>
      <FileBody body={body} path={path} />
    </Card>
  );
});
