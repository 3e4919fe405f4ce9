import { ChevronLeft, ChevronRight, TriangleAlert } from "lucide-react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import type { MessageVersions } from "@/lib/shared/api";

/** Which version of a message this is, and the way to the others; those that changed something say so. */
export function VersionSwitch({
  messageId,
  versions: { ids, changed },
  disabled,
  onShow,
}: {
  messageId: string;
  versions: MessageVersions;
  disabled: boolean;
  onShow: (messageId: string) => void;
}) {
  const words = useWords("chat").versions;
  const place = ids.indexOf(messageId);
  const [before, after] = [ids[place - 1], ids[place + 1]];
  const step = (label: string, Icon: typeof ChevronLeft, target: string | undefined) => (
    <Button
      variant="quiet"
      size="icon"
      aria-label={label}
      disabled={disabled || target === undefined}
      onClick={() => target !== undefined && onShow(target)}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  );
  const numbers = changed.map((id) => ids.indexOf(id) + 1);
  return (
    <div data-slot="versions" className="flex flex-wrap items-center text-muted-foreground text-xs">
      {step(words.before, ChevronLeft, before)}
      <span role="status" className="tabular-nums">
        <span className="sr-only">{words.version}</span>
        {words.place(place + 1, ids.length)}
      </span>
      {step(words.next, ChevronRight, after)}
      {changed.length > 0 ? (
        <span className="flex items-center gap-1 text-warning">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {words.changed(numbers)}
        </span>
      ) : null}
    </div>
  );
}
