"use client";

import { PencilLine } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { errorView, requestJson } from "@/lib/client/request";
import type { EditForm } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

type Progress =
  | { status: "ready" }
  | { status: "loading" }
  | { status: "failed"; error: ErrorView };

type EditButtonProps = {
  actionId: string;
  /** What would be done: it tells the buttons of a batch apart. */
  effect: string;
  disabled: boolean;
  /** Takes the focus: what it opened has been closed again. */
  focused: boolean;
  onOpened: (form: EditForm) => void;
};

/** Fetches what may be changed of an action. */
export function EditButton({ actionId, effect, disabled, focused, onOpened }: EditButtonProps) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const effectId = useId();
  const words = useWords("activity").edit;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  const open = async () => {
    setProgress({ status: "loading" });
    try {
      const address = `/api/actions/${encodeURIComponent(actionId)}/form`;
      onOpened(await requestJson(address, "editForm"));
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-describedby={effectId}
        disabled={disabled || progress.status === "loading"}
        onClick={() => void open()}
      >
        <PencilLine aria-hidden className="size-3.5" />
        {words.start}
      </Button>
      <span id={effectId} hidden>
        {effect}
      </span>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </>
  );
}
