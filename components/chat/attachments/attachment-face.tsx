"use client";

import { FileText, ImageOff } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { formatBytes } from "@/components/results/parts/format-bytes";
import { PlainText } from "@/components/results/parts/plain-text";
import type { Attachment } from "@/lib/shared/attachment";
import { attachmentPath } from "@/lib/shared/attachments-of";

/** The picture itself, small; or that it is not to be had. */
function Thumbnail({ attachment }: { attachment: Extract<Attachment, { kind: "image" }> }) {
  const words = useWords("attachments");
  const [missing, setMissing] = useState(false);
  if (missing)
    return (
      <span className="grid size-11 shrink-0 place-items-center rounded-md bg-sunken">
        <ImageOff aria-label={words.unseen} className="size-5 text-muted-foreground" />
      </span>
    );
  return (
    <picture className="shrink-0">
      <img
        src={attachmentPath(attachment.id)}
        alt=""
        width={attachment.width}
        height={attachment.height}
        loading="lazy"
        onError={() => setMissing(true)}
        className="size-11 rounded-md border border-border bg-sunken object-cover"
      />
    </picture>
  );
}

/** What a file looks like, what it is called and what it is. */
export function AttachmentFace({ attachment }: { attachment: Attachment }) {
  const words = useWords("attachments");
  const language = useLanguage();
  const { name } = attachment;
  const told =
    attachment.kind === "image"
      ? words.image(attachment.width, attachment.height)
      : words.text(formatBytes(attachment.size, language));
  return (
    <>
      {attachment.kind === "image" ? (
        <Thumbnail attachment={attachment} />
      ) : (
        <span className="grid size-11 shrink-0 place-items-center rounded-md bg-sunken">
          <FileText aria-hidden className="size-5 text-muted-foreground" />
        </span>
      )}
      <span className="grid min-w-0 text-left">
        <span className="truncate text-sm">
          <PlainText text={name} />
        </span>
        <span className="truncate text-muted-foreground text-xs">{told}</span>
      </span>
    </>
  );
}
