import { Pencil, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { MessageVersions } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import { UsageLine } from "../usage-line";
import { VersionSwitch } from "./version-switch";

/** What there is to do about one message: shown where the pointer or the focus is, and always on screens that are touched. */
function Tools({ always, end, children }: { always: boolean; end: boolean; children: ReactNode }) {
  return (
    <div
      data-slot="message-tools"
      className={classes(
        "mt-1 flex min-h-8 flex-wrap items-center gap-0.5",
        end ? "justify-end" : "-ml-2",
        !always &&
          "pointer-fine:opacity-0 transition-opacity focus-within:opacity-100 group-hover/message:opacity-100",
      )}
    >
      {children}
    </div>
  );
}

/** Below a message: another version of it, a copy of its words, and the way to the versions that there are. */
export function MessageTools({
  message,
  asked,
  versions,
  disabled,
  last,
  onEdit,
  onAnswerAgain,
  onShow,
}: {
  message: ChatMessage;
  /** Of an answer, the id of the message that it answers, where that is on this page. */
  asked: string | undefined;
  versions: MessageVersions | undefined;
  /** While an answer is being written nothing can be changed. */
  disabled: boolean;
  last: boolean;
  onEdit: () => void;
  onAnswerAgain: (messageId: string) => void;
  onShow: (messageId: string) => void;
}) {
  const words = useWords("chat");
  const own = message.role === "user";
  const text = textOf(message);
  const switcher = versions ? (
    <VersionSwitch messageId={message.id} versions={versions} disabled={disabled} onShow={onShow} />
  ) : null;
  return (
    <Tools always={last || versions !== undefined} end={own}>
      {own ? (
        <Button
          variant="quiet"
          size="icon"
          data-action="edit"
          aria-label={words.versions.edit}
          title={words.versions.edit}
          disabled={disabled}
          onClick={onEdit}
        >
          <Pencil aria-hidden className="size-3.5" />
        </Button>
      ) : (
        <>
          {text ? <CopyButton label={words.messages.copy} text={() => text} /> : null}
          {asked ? (
            <Button
              variant="quiet"
              size="icon"
              aria-label={words.versions.answerAgain}
              title={words.versions.answerAgain}
              disabled={disabled}
              onClick={() => onAnswerAgain(asked)}
            >
              <RefreshCw aria-hidden className="size-3.5" />
            </Button>
          ) : null}
        </>
      )}
      {switcher}
      {message.metadata?.usage ? <UsageLine usage={message.metadata.usage} /> : null}
    </Tools>
  );
}
