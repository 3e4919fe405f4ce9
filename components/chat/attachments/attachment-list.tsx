"use client";

import { X } from "lucide-react";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { Button } from "@/components/ui/button";
import type { Attachment } from "@/lib/shared/attachment";
import { attachmentPath } from "@/lib/shared/attachments-of";
import { AttachmentFace } from "./attachment-face";

function Item({ attachment }: { attachment: Attachment }) {
  const words = useWords("attachments");
  const { id, kind, name } = attachment;
  // A picture opens apart; text is kept, never shown as a page of ours.
  const target = kind === "image" ? { target: "_blank", rel: "noreferrer" } : { download: name };
  return (
    <a
      href={attachmentPath(id)}
      aria-label={kind === "image" ? words.open(name) : words.download(name)}
      className="flex min-w-0 grow items-center gap-2.5 rounded-lg p-1 pr-2.5 hover:bg-hover"
      {...target}
    >
      <AttachmentFace attachment={attachment} />
    </a>
  );
}

function Items({
  attachments,
  onRemove,
}: {
  attachments: readonly Attachment[];
  onRemove?: ((id: string) => void) | undefined;
}) {
  const words = useWords("attachments");
  return (
    <ul
      aria-label={words.attached}
      data-slot="attachments"
      className="flex max-w-full flex-wrap justify-end gap-1.5"
    >
      {attachments.map((attachment) => (
        <li
          key={attachment.id}
          className="flex w-60 max-w-full items-center rounded-xl border border-border bg-surface p-0.5"
        >
          <Item attachment={attachment} />
          {onRemove ? (
            <Button
              variant="quiet"
              size="icon"
              aria-label={words.remove(attachment.name)}
              onClick={() => onRemove(attachment.id)}
            >
              <X aria-hidden className="size-4" />
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The files of a message, each to be looked at; with `onRemove`, to be taken away as well. */
export function AttachmentList(properties: Parameters<typeof Items>[0]) {
  return (
    <WordsFor room="attachments">
      <Items {...properties} />
    </WordsFor>
  );
}
