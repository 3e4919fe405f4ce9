"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useState } from "react";
import type { ErrorView } from "@/lib/shared/error";
import { Button, buttonClasses } from "./button";
import { Notice } from "./notice";
import { overlayClasses, popupClasses } from "./overlay";
import { Spinner } from "./spinner";

type Progress =
  | { status: "asked" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

/**
 * Asks before something that cannot be undone; the focus starts on the way out. `onConfirm` answers the error to show
 * when it could not be done, and null when it was: then the dialog closes.
 */
export function Confirmation({
  open,
  onOpenChange,
  title,
  children,
  action,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  action: string;
  onConfirm: () => Promise<ErrorView | null>;
}) {
  const [progress, setProgress] = useState<Progress>({ status: "asked" });
  const confirm = async () => {
    setProgress({ status: "working" });
    const error = await onConfirm();
    setProgress(error ? { status: "failed", error } : { status: "asked" });
    if (!error) onOpenChange(false);
  };
  const working = progress.status === "working";
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop data-slot="confirmation-backdrop" className={overlayClasses} />
        <AlertDialog.Popup data-slot="confirmation" className={popupClasses}>
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
            <AlertDialog.Close className={buttonClasses()}>Cancel</AlertDialog.Close>
            <Button variant="danger" disabled={working} onClick={confirm}>
              {working ? <Spinner /> : null}
              {action}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
