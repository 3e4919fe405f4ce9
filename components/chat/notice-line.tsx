import { Scissors } from "lucide-react";
import { useWords } from "@/components/language/words";
import type { NoticeView } from "@/lib/shared/notice";

function Shortened({ messages }: { messages: number }) {
  const { shortened } = useWords("chat").notices;
  return (
    <p
      data-slot="notice-line"
      data-kind="shortened"
      className="flex items-start gap-2 text-muted-foreground text-sm"
    >
      <span className="flex h-lh items-center">
        <Scissors aria-hidden className="size-4 shrink-0" />
      </span>
      {shortened(messages)}
    </p>
  );
}

function Divider({ kind, text }: { kind: NoticeView["kind"]; text: string }) {
  return (
    <p
      data-slot="notice-line"
      data-kind={kind}
      className="flex items-center gap-3 text-muted-foreground text-xs before:h-px before:grow before:bg-border after:h-px after:grow after:bg-border"
    >
      {text}
    </p>
  );
}

/** Something that happened while the answer was written, told in its place. */
export function NoticeLine({ notice }: { notice: NoticeView }) {
  const words = useWords("chat").notices;
  switch (notice.kind) {
    case "resumed":
      return <Divider kind={notice.kind} text={words.resumed} />;
    case "copied":
      return <Divider kind={notice.kind} text={words.copied} />;
    case "model-withdrawn":
      return (
        <Divider kind={notice.kind} text={words.modelWithdrawn(notice.withdrawn, notice.model)} />
      );
    case "shortened":
      return <Shortened messages={notice.messages} />;
    // Tells something only while it lasts, and then the working line tells it.
    case "retrying":
    case "retried":
      return null;
  }
}
