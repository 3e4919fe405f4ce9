import type { KeyboardEvent, Ref } from "react";
import { useWords } from "@/components/language/words";
import { useShortcutKeys } from "@/components/shortcuts/use-shortcut";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { KeyHint } from "./key-hint";
import type { Approval } from "./use-approval";

type AnswerBarProps = {
  approval: Approval;
  /** The verb on the button that says yes. */
  approveLabel: string;
  destructive: boolean;
  approveRef: Ref<HTMLButtonElement>;
  denyRef: Ref<HTMLButtonElement>;
};

/** Enter is what a person presses without looking: it presses no button that says yes. The space bar and a shortcut do. */
function ignoreEnter(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}

/** Yes, and no with an optional reason. Enter in the reason says no; nowhere does it say yes. */
export function AnswerBar({
  approval,
  approveLabel,
  destructive,
  approveRef,
  denyRef,
}: AnswerBarProps) {
  const { progress, readiness, draft } = approval;
  const words = useWords("activity").approval;
  const sending = (
    <>
      <Spinner /> {words.sending}
    </>
  );
  const locked = progress.status === "sending" || progress.status === "answered-elsewhere";
  const decision = progress.status === "sending" ? progress.decision : undefined;
  return (
    <div className="flex flex-col gap-2 @[30rem]:flex-row @[30rem]:items-center">
      <Button
        ref={approveRef}
        variant={destructive ? "danger" : "primary"}
        disabled={locked || readiness.status !== "ready"}
        aria-keyshortcuts={useShortcutKeys("approve").aria}
        onKeyDown={ignoreEnter}
        onClick={approval.approve}
      >
        {decision === "approve" ? sending : approveLabel}
        <KeyHint id="approve" />
      </Button>
      <form
        className="flex min-w-0 flex-1 gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          approval.deny();
        }}
      >
        <Button
          ref={denyRef}
          type="submit"
          disabled={locked}
          aria-keyshortcuts={useShortcutKeys("deny").aria}
        >
          {decision === "deny" ? sending : words.deny}
          <KeyHint id="deny" />
        </Button>
        <input
          aria-label={words.whyNot}
          placeholder={words.whyNot}
          value={draft.reason}
          maxLength={2_000}
          disabled={locked}
          onChange={({ currentTarget }) => approval.changeDraft({ reason: currentTarget.value })}
          className="h-8 pointer-coarse:h-11 min-w-0 flex-1 rounded-lg border border-border bg-surface px-2.5 text-sm placeholder:text-muted-foreground disabled:opacity-55"
        />
      </form>
    </div>
  );
}
