"use client";

import { CircleAlert, RotateCw, X } from "lucide-react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { PlainText } from "@/components/results/parts/plain-text";
import { Button } from "@/components/ui/button";
import type {
  AttachedFile,
  AttachedFiles,
  AttachFailure,
} from "@/lib/client/attachments/attached-file";
import type { AttachmentStore } from "@/lib/client/attachments/attachment-store";
import { attachmentsPerMessage } from "@/lib/shared/limits";
import { AttachmentFace } from "./attachment-face";
import { UploadProgress } from "./upload-progress";

const nameOf = (file: AttachedFile) => (file.status === "ready" ? file.attachment.name : file.name);

function Failure({ name, failure }: { name: string; failure: AttachFailure }) {
  const words = useWords("attachments");
  const reason =
    failure.kind === "flaw" ? (
      words.flaws[failure.flaw]
    ) : (
      <ErrorText error={failure.error}>
        {({ message, hint }) => [message, hint].filter(Boolean).join(" ")}
      </ErrorText>
    );
  return (
    <>
      <CircleAlert aria-hidden className="mx-3 size-5 shrink-0 text-danger" />
      <span className="grid min-w-0 text-left" role="alert">
        <span className="truncate text-sm">
          <PlainText text={name} />
        </span>
        <span className="text-danger text-xs">
          {words.failed}: {reason}
        </span>
      </span>
    </>
  );
}

function State({ file }: { file: AttachedFile }) {
  switch (file.status) {
    case "uploading":
      return <UploadProgress name={file.name} progress={file.progress} />;
    case "failed":
      return <Failure name={file.name} failure={file.failure} />;
    case "ready":
      return <AttachmentFace attachment={file.attachment} />;
  }
}

type TrayProperties = { attached: AttachedFiles; store: AttachmentStore };

function Tray({ attached: { files, surplus }, store }: TrayProperties) {
  const words = useWords("attachments");
  return (
    <div className="max-h-[30dvh] overflow-y-auto border-border border-b p-2 empty:hidden">
      {files.length > 0 ? (
        <ul aria-label={words.attached} data-slot="attached" className="flex flex-wrap gap-1.5">
          {files.map((file) => (
            <li
              key={file.id}
              data-status={file.status}
              className={`flex max-w-full items-center gap-2.5 rounded-xl border border-border p-1 ${file.status === "failed" ? "w-full" : "w-58 max-sm:w-full"}`}
            >
              <span className="flex min-w-0 grow items-center gap-2.5">
                <State file={file} />
              </span>
              {file.status === "failed" &&
              file.failure.kind === "refused" &&
              file.failure.passing ? (
                <Button size="small" onClick={() => store.retry(file.id)}>
                  <RotateCw aria-hidden className="size-3.5" />
                  {words.again}
                </Button>
              ) : null}
              <Button
                variant="quiet"
                size="icon"
                aria-label={words.remove(nameOf(file))}
                onClick={() => store.remove(file.id)}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {surplus > 0 ? (
        <p role="status" className="px-1.5 pt-1 text-muted-foreground text-xs">
          {words.surplus(surplus, attachmentsPerMessage)}
        </p>
      ) : null}
    </div>
  );
}

/** The files beside the message that is being written, above its words. */
export function AttachmentTray(properties: TrayProperties) {
  return (
    <WordsFor room="attachments">
      <Tray {...properties} />
    </WordsFor>
  );
}
