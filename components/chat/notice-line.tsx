import { Scissors } from "lucide-react";
import type { NoticeView } from "@/lib/shared/notice";

function Shortened({ messages }: { messages: number }) {
  return (
    <p
      data-slot="notice-line"
      data-kind="shortened"
      className="flex items-start gap-2 text-muted-foreground text-sm"
    >
      <span className="flex h-lh items-center">
        <Scissors aria-hidden className="size-4 shrink-0" />
      </span>
      {messages === 1
        ? "1 older message no longer fits what the model can read."
        : `${messages.toLocaleString("en")} older messages no longer fit what the model can read.`}
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
  switch (notice.kind) {
    case "resumed":
      return <Divider kind={notice.kind} text="The server restarted here; the answer goes on." />;
    case "copied":
      return (
        <Divider kind={notice.kind} text="Copied from a shared conversation. Yours begins here." />
      );
    case "model-withdrawn":
      return (
        <Divider
          kind={notice.kind}
          text={`${notice.withdrawn} is no longer offered. ${notice.model} answers from here on.`}
        />
      );
    case "shortened":
      return <Shortened messages={notice.messages} />;
    // Tells something only while it lasts, and then the working line tells it.
    case "retrying":
    case "retried":
      return null;
  }
}
