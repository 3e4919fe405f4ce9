"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useState } from "react";
import { useWords } from "@/components/language/words";
import type { ErrorView } from "@/lib/shared/error";
import { Button, buttonClasses } from "./button";
import { classes } from "./classes";
import { Notice } from "./notice";
import { overlayClasses, popupClasses, popupWidths } from "./overlay";
import { Spinner } from "./spinner";
import { useOpener } from "./use-opener";

type Progress =
  | { status: "asked" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView }
  | { status: "closing"; confirmed: boolean };

/**
 * Asks before something that cannot be undone, from the moment it is rendered; the focus starts on the way out. `onConfirm`
 * answers the error to show when it could not be done, and null when it was. `onClosed` comes at the end, and says which
 * way it went: the time to stop rendering it.
 */
export function Confirmation({
  title,
  children,
  action,
  onConfirm,
  onClosed,
}: {
  title: string;
  children: ReactNode;
  action: string;
  onConfirm: () => Promise<ErrorView | null>;
  onClosed: (confirmed: boolean) => void;
}) {
  const [progress, setProgress] = useState<Progress>({ status: "asked" });
  const { cancel } = useWords("common");
  const opener = useOpener();
  const closing = progress.status === "closing";
  const working = progress.status === "working";

  const confirm = async () => {
    setProgress({ status: "working" });
    const error = await onConfirm();
    setProgress(error ? { status: "failed", error } : { status: "closing", confirmed: true });
  };

  return (
    <AlertDialog.Root
      open={!closing}
      onOpenChange={() => setProgress({ status: "closing", confirmed: false })}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) onClosed(closing && progress.confirmed);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop data-slot="confirmation-backdrop" className={overlayClasses} />
        <AlertDialog.Popup
          data-slot="confirmation"
          finalFocus={opener}
          className={classes(popupClasses, popupWidths.normal)}
        >
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-sm text-muted-foreground">
            {children}
          </AlertDialog.Description>
          {progress.status === "failed" ? (
            <div className="mt-3">
              <Notice error={progress.error} />
            </div>
          ) : null}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close className={buttonClasses()}>{cancel}</AlertDialog.Close>
            <Button variant="danger" disabled={working || closing} onClick={confirm}>
              {working ? <Spinner /> : null}
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
