"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { overlayClasses, popupClasses } from "./overlay";

/** A dialog with a title, over the page. `description` is read out with it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop data-slot="dialog-backdrop" className={overlayClasses} />
        <BaseDialog.Popup data-slot="dialog" className={popupClasses}>
          <div className="flex items-start justify-between gap-3">
            <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label="Close"
              className="touch-target -mt-0.5 -mr-1 rounded-md p-1 text-muted-foreground hover:bg-hover hover:text-foreground"
            >
              <X aria-hidden className="size-4" />
            </BaseDialog.Close>
          </div>
          {description ? (
            <BaseDialog.Description className="mt-1 text-sm text-muted-foreground">
              {description}
            </BaseDialog.Description>
          ) : null}
          <div className="mt-4">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
